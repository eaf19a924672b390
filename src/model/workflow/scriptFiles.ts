/** Which files of a workspace can be nodes, by their endings alone. */
import { fileNameOf, kindOfFile } from './paths';
import type { Shell } from './workflow';

const shellsByEnding: Readonly<Record<string, Shell>> = {
  sh: 'sh',
  bash: 'bash',
  py: 'python',
  js: 'node',
  mjs: 'node',
  cjs: 'node',
};

/** Endings of script files, without the dot. */
export const scriptEndings: readonly string[] = Object.keys(shellsByEnding);

/** The endings in a sentence. */
export const scriptEndingsInWords = '.sh, .bash, .py, .js, .mjs or .cjs';

/** What runs a script file; null for a file that is no script. */
export function shellOfFile(path: string): Shell | null {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  return dot > 0 && Object.hasOwn(shellsByEnding, ending) ? (shellsByEnding[ending] ?? null) : null;
}

/** What a file becomes as a node: a script with its shell, or a module; null when it can be none. */
export function nodeKindOfFile(path: string): { kind: 'script'; shell: Shell } | { kind: 'module' } | null {
  if (kindOfFile(path) === 'module') return { kind: 'module' };
  const shell = shellOfFile(path);
  return shell === null ? null : { kind: 'script', shell };
}
