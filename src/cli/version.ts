/** Set by the build from package.json. */
declare const RUNLENS_VERSION: string;

export const cliVersion = RUNLENS_VERSION;
