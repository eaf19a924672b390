/** The command line beside an open VS Code, on the same vault. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findNode } from '../../../scripts/setup/node.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import type { VSCode } from './vscode';

/** Gives what `runlens` with these arguments printed, whatever its exit code. */
export type Runlens = (...args: readonly string[]) => Promise<string>;

/** `runlens` in a folder. */
export async function commandLine(vscode: VSCode, folder: string): Promise<Runlens> {
  const node = await findNode();
  const options = { cwd: folder, env: { ...process.env, RUNLENS_HOME: vscode.home } };
  return async (...args) => {
    try {
      return (await promisify(execFile)(node, [inRoot('dist', 'cli.js'), ...args], options)).stdout;
    } catch (error) {
      // A run that did not complete ends the command with another code than 0, and is what a test may want.
      if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout;
      throw error;
    }
  };
}
