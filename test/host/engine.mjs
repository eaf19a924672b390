/** The engine that a VS Code under test leaves running, as it should: it outlives its clients until it is told to stop. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { captureCommand } from '../../scripts/setup/command.mjs';
import { findNode, withNode } from '../../scripts/setup/node.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';

/**
 * Stops the engine of a vault, if one runs, through the command line as a user would.
 * @param {string} home the vault's RUNLENS_HOME
 * @returns {Promise<string | null>} what went wrong, or null
 */
export async function stopEngine(home) {
  if (!existsSync(home)) return null;
  const node = await findNode();
  const env = withNode(node, { RUNLENS_HOME: home });
  const { code, output } = await captureCommand(node, [inRoot('dist', 'cli.js'), 'engine', 'stop'], { env });
  return code === 0 ? null : `The engine of ${home} was not stopped (exit code ${code}): ${output.trim()}`;
}

/**
 * Engines that run on this machine now.
 * @param {string} [mark] only those with this in their environment (`NAME=value`), where a process's environment can be read
 * @returns {Promise<{ pid: number, command: string }[]>}
 */
export async function runningEngines(mark = '') {
  const isEngine = /** @param {{ command: string }} process */ ({ command }) =>
    /[\\/]dist[\\/]engine\.js(\s|$)/.test(command);
  if (process.platform !== 'linux') {
    const { output } = await captureCommand('ps', ['-axo', 'pid=,command=']);
    return output
      .split('\n')
      .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
      .filter(isEngine);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: readProcess(Number(name), 'cmdline') }))
    .filter((process) => isEngine(process) && readProcess(process.pid, 'environ').includes(mark));
}

/**
 * One of the lists that Linux keeps of a process; empty if it is gone or somebody else's.
 * @param {number} pid @param {'cmdline' | 'environ'} list
 */
function readProcess(pid, list) {
  try {
    return readFileSync(`/proc/${pid}/${list}`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return '';
  }
}
