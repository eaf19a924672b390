/** How each shell is called: like the field's CI tools do, so that a failing line fails the node. */
import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Shell } from '../../../model/workflow/workflow';
import { PlatformFailure } from '../fleet';

interface ShellCall {
  /** Names to look for on the PATH, the first found is taken. */
  readonly programs: readonly string[];
  readonly options: readonly string[];
  /** Name of the file that an inline command is written to. */
  readonly file: string;
}

const shellCalls: Readonly<Record<Shell, ShellCall>> = {
  sh: { programs: ['sh'], options: ['-e'], file: 'command.sh' },
  bash: { programs: ['bash'], options: ['--noprofile', '--norc', '-eo', 'pipefail'], file: 'command.sh' },
  python: { programs: ['python3', 'python'], options: [], file: 'command.py' },
  node: { programs: ['node'], options: [], file: 'command.js' },
};

/** Where a login puts programs; for a client that gave no PATH. */
const usualPath = '/usr/local/bin:/usr/bin:/bin';

/** Name of the file that an inline command of the shell is written to. */
export function commandFile(shell: Shell): string {
  return shellCalls[shell].file;
}

/**
 * The program and arguments that execute `file`.
 * @throws PlatformFailure when the shell is not on the PATH
 */
export function shellCommand(shell: Shell, file: string, path: string | undefined, nodeId: string): string[] {
  const call = shellCalls[shell];
  for (const program of call.programs) {
    const found = findOnPath(program, path ?? usualPath);
    if (found !== null) return [found, ...call.options, file];
  }
  throw new PlatformFailure(
    `The node ${nodeId} needs ${call.programs.join(' or ')}, which is not on the PATH of this run. ` +
      `Install it, or choose another shell for the node.`,
  );
}

/** Absolute path of a program; null when no folder of the PATH has it. */
export function findOnPath(program: string, path: string): string | null {
  for (const folder of path.split(':')) {
    if (!isAbsolute(folder)) continue;
    const candidate = join(folder, program);
    if (statSync(candidate, { throwIfNoEntry: false })?.isFile() !== true) continue;
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return null;
}
