/** Starting an engine that outlives whoever starts it. */
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { homePaths } from '../home';
import { logLineText, reasonOf } from '../log';
import { EngineUnavailableError } from './engineClient';

export interface SpawnedEngine {
  /** Null while it runs. */
  exitCode(): number | null;
  /** What it said last, a sentence for the user when it could not lead. */
  lastWords(): string | null;
}

/**
 * The engine forks for every node, and each memory page it writes to after a fork is copied: a young heap of 1 MB instead
 * of 16 MB takes a third off a no-op node.
 */
const smallYoungHeap = '--max-semi-space-size=1';

/** Exit code that stands for an engine that could not even be spawned, or was killed. */
const noExitCode = -1;

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
  let exitCode: number | null = null;
  let failure: string | null = null;
  const engine = spawn(process.execPath, [smallYoungHeap, engineFile], {
    cwd: home,
    env: engineEnvironment(process.env, home),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  engine.once('error', (error) => {
    exitCode = noExitCode;
    failure = `The Runlens engine cannot be started (${error.message}).`;
  });
  engine.once('exit', (code) => (exitCode = code ?? noExitCode));
  engine.unref();
  return { exitCode: () => exitCode, lastWords: () => failure ?? lastLineAfter(logFile, begin) };
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
