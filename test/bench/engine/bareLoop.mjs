/** The least a Node process can do to run the no-ops as the engine does: same wrapper, same folder, same files. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noops } from './layers.mjs';

/** Seconds for all no-ops, `atOnce` at a time and without looking at what they need. */
export async function bareLoop(parts, folder, atOnce) {
  const environment = parts.nodeEnvironment(process.env);
  const waiting = noops.map(({ id }) => id);
  const from = performance.now();
  await Promise.all(Array.from({ length: atOnce }, () => worker(parts, folder, environment, waiting)));
  return Number(((performance.now() - from) / 1000).toFixed(3));
}

async function worker(parts, folder, environment, waiting) {
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    await runNoop(parts, parts.attemptFolder(folder, 'run', id, 1), id, environment);
  }
}

function runNoop({ attemptParts, commandFile, shellCommand, wrapperCommand }, folder, id, environment) {
  const work = join(folder, attemptParts.work);
  mkdirSync(work, { recursive: true });
  const file = join(folder, commandFile('sh'));
  writeFileSync(file, 'true');
  const logs = [attemptParts.stdout, attemptParts.stderr].map((log) => openSync(join(folder, log), 'a'));
  const [program, args] = wrapperCommand(folder, shellCommand('sh', file, environment.PATH, id));
  return new Promise((resolve, reject) => {
    const wrapper = spawn(program, args, { cwd: work, env: environment, detached: true, stdio: ['ignore', ...logs] });
    logs.forEach(closeSync);
    wrapper.once('error', reject);
    wrapper.once('exit', resolve);
  });
}
