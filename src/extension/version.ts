/** Set by the build, from package.json. */
declare const RUNLENS_VERSION: string;

/** Version of the extension. */
export const extensionVersion = RUNLENS_VERSION;
