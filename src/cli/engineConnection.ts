/** The command line's way to the engine: `dist/engine.js` beside `dist/cli.js`. */
import { join } from 'node:path';
import { connectToEngine, type EngineClient, type EngineClientOptions } from '../engine/client/client';
import { getRun } from '../protocol/engine';
import type { RunDetails } from '../model/run/run';
import { cliVersion } from './version';

export const engineOptions: EngineClientOptions = {
  engineFile: join(__dirname, 'engine.js'),
  clientVersion: cliVersion,
};

/**
 * Connects to the vault's engine (and starts it when none runs) for as long as `use` takes.
 * @throws EngineUnavailableError
 */
export async function withEngine<Result>(use: (engine: EngineClient) => Promise<Result>): Promise<Result> {
  const engine = await connectToEngine(engineOptions);
  try {
    return await use(engine);
  } finally {
    engine.dispose();
  }
}

/**
 * The run that `run` means: an id or a unique prefix of one.
 * @throws ResponseError when there is none, or more than one.
 */
export function findRun(engine: EngineClient, run: string): Promise<RunDetails> {
  return engine.send(getRun, { run });
}
