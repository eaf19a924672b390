/** The variables of a client that the nodes of its runs get. */
export const nodeEnvironmentNames = ['PATH', 'HOME', 'USER', 'SHELL', 'LANG', 'TZ', 'TMPDIR'] as const;

/** The part of this process's environment that nodes of a run get: PATH, HOME, USER, SHELL, LANG, TZ, TMPDIR. */
export function nodeEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of nodeEnvironmentNames) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
