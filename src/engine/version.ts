declare const RUNLENS_VERSION: string | undefined;

/** Version of this build; the bundler puts it in. */
export const engineVersion = typeof RUNLENS_VERSION === 'string' ? RUNLENS_VERSION : '0.0.0';
