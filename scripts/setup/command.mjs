/** Runs other programs. */
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** What a person has to do before a script can go on; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a program to its end, its output going where ours goes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export function runCommand(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program to its end, keeping its output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code (127 if there is no such program), stdout and stderr as they came
 */
export function captureCommand(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a setup step that has to succeed.
 * @param {string} what for the message, e.g. "Installing the packages"
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws {SetupError} naming the command that failed
 */
export async function mustRun(what, program, args, options) {
  const code = await runCommand(program, args, options).catch((error) => {
    throw new SetupError(`${what} failed: ${program} cannot be started (${error.message}).`);
  });
  if (code !== 0) {
    throw new SetupError(`${what} failed: "${[program, ...args].join(' ')}" ended with exit code ${code}.`);
  }
}
