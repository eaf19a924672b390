/** Starting an engine that outlives whoever starts it. */
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { engineExit } from '../exitCodes';
import { homePaths } from '../home';
import { logLineText, reasonOf } from '../log';
import { EngineUnavailableError } from './engineClient';

/**
 * `again`: it ended for a reason that another need not meet: someone else led, it was asked to end, or it was killed.
 * `failed`: another would do no better.
 */
type SpawnedState = 'running' | 'again' | 'failed';

export interface SpawnedEngine {
  state(): SpawnedState;
  /** Why it failed, in a sentence for the user. */
  failure(): string;
}

/**
 * What Node is told for an engine. It forks for every node, and each memory page that is written to after a fork is copied: a
 * young heap of 1 MB instead of 16 MB takes a third off a no-op node; without V8's own threads, which write at any time, a
 * third of the rest of the kernel's work is saved, and the nodes have the cores.
 */
export const engineFlags = ['--max-semi-space-size=1', '--single-threaded'] as const;

/** @throws EngineUnavailableError when its log cannot be written */
export function spawnEngine(home: string, engineFile: string): SpawnedEngine {
  const logFile = homePaths(home).log;
  let log: number;
  try {
    log = openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw new EngineUnavailableError(
      `Runlens cannot write to the folder ${home} (${reasonOf(error)}). Make it writable, or set RUNLENS_HOME to another folder.`,
    );
  }
  const begin = fstatSync(log).size;
  let state: SpawnedState = 'running';
  let spawnFailure: string | null = null;
  const engine = spawn(process.execPath, [...engineFlags, engineFile], {
    cwd: home,
    env: engineEnvironment(process.env, home),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  engine.once('error', (error) => {
    state = 'failed';
    spawnFailure = `The Runlens engine cannot be started (${error.message}).`;
  });
  engine.once('exit', (code) => (state = isWorthAnother(code) ? 'again' : 'failed'));
  engine.unref();
  return {
    state: () => state,
    failure: () => spawnFailure ?? spaceFailure(home) ?? lastLineAfter(logFile, begin) ?? silentFailure(home),
  };
}

/** @param code null when it was killed */
function isWorthAnother(code: number | null): boolean {
  return code === null || code === engineExit.otherLeads || code === engineExit.ended;
}

/** An engine on a full disk cannot even write why it ended. */
function spaceFailure(home: string): string | null {
  if (statfsSync(home).bavail > 0) return null;
  return `There is no space left on the disk of ${home}. Free some, then try again.`;
}

function silentFailure(home: string): string {
  return `The Runlens engine of ${home} ended at once without saying why. Try again, or set RUNLENS_HOME to another folder.`;
}

/** Without what a node of a run was given: else the engine would be ended as a process of that run. */
function engineEnvironment(env: NodeJS.ProcessEnv, home: string): NodeJS.ProcessEnv {
  const { RUN_ID: _run, NODE_ID: _node, RUNLENS_ATTEMPT: _attempt, ...rest } = env;
  return { ...rest, RUNLENS_HOME: home, ELECTRON_RUN_AS_NODE: '1' };
}

function lastLineAfter(logFile: string, begin: number): string | null {
  try {
    const lines = readFileSync(logFile).subarray(begin).toString('utf8').split('\n');
    const last = lines.findLast((line) => line.trim() !== '');
    return last === undefined ? null : logLineText(last);
  } catch {
    return null;
  }
}
