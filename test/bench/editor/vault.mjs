/** A vault with finished runs, made through the command line as a user would. */
import { execFileSync } from 'node:child_process';
import { inRoot } from '../../../scripts/setup/paths.mjs';

const largestAnswer = 100_000_000;

/**
 * The command line on a vault; gives what it prints as JSON.
 * @param {string} home the vault's RUNLENS_HOME
 * @returns {(...parameters: string[]) => any}
 */
export function commandLine(home) {
  return (...parameters) => {
    const args = ['--no-warnings', inRoot('dist', 'cli.js'), ...parameters, '--json'];
    const env = { ...process.env, RUNLENS_HOME: home };
    return JSON.parse(execFileSync(process.execPath, args, { env, maxBuffer: largestAnswer, encoding: 'utf8' }));
  };
}
