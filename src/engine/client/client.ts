/** The only door to the engine: connects to the one of a vault, and starts it when there is none. */
import { setTimeout as delay } from 'node:timers/promises';
import gt from 'semver/functions/gt';
import { engineProtocol, stopEngine } from '../../protocol/engine';
import { defaultHome, knownSocketPath, prepareHome } from '../home';
import { UnusableVaultError } from '../unusableVault';
import { ConnectedEngine } from './connectedEngine';
import { EngineUnavailableError, type EngineClient, type EngineClientOptions } from './engineClient';
import { spawnEngine, type SpawnedEngine } from './spawnEngine';

export { defaultHome } from '../home';
export { nodeEnvironment } from '../nodeEnvironment';
export { EngineUnavailableError, type EngineClient, type EngineClientOptions } from './engineClient';

/** How long an engine may take to answer before the user is told. */
const patienceMs = 10_000;
/** How long one may take that was started here and lives: it may be bringing a very large older store up to date. */
const longestStartMs = 120_000;
const firstWaitMs = 10;
const longestWaitMs = 250;

/**
 * Connects to the vault's engine; starts it detached when none runs. An engine older than this client is asked to end
 * first: its nodes go on, and the new engine adopts them.
 * @throws EngineUnavailableError
 */
export async function connectToEngine(options: EngineClientOptions): Promise<EngineClient> {
  const home = preparedHome(options);
  const begin = performance.now();
  const giveUpAt = (): number => begin + (spawned?.state() === 'running' ? longestStartMs : patienceMs);
  let spawned: SpawnedEngine | null = null;
  for (let waitMs = firstWaitMs; performance.now() < giveUpAt(); waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    const engine = await ConnectedEngine.connect(socketOf(home), options.clientVersion, giveUpAt());
    if (engine !== null) {
      if (!isOlder(engine, options.clientVersion)) return checked(engine, options.clientVersion);
      await handOver(engine);
      continue;
    }
    if (spawned?.state() === 'failed') throw new EngineUnavailableError(spawned.failure());
    if (spawned?.state() !== 'running') spawned = spawnEngine(home, options.engineFile);
    await delay(waitMs);
  }
  throw new EngineUnavailableError(
    `The Runlens engine of ${home} did not answer within ${Math.round((performance.now() - begin) / 1_000)} seconds. ` +
      `Look into ${home}/engine.log; if an engine process hangs, end it and try again.`,
  );
}

/** Connects only if an engine runs; null otherwise. @throws EngineUnavailableError when it runs but cannot be used */
export async function connectToRunningEngine(options: EngineClientOptions): Promise<EngineClient | null> {
  const socket = socketOf(preparedHome(options));
  const engine = await ConnectedEngine.connect(socket, options.clientVersion, performance.now() + patienceMs);
  return engine === null ? null : checked(engine, options.clientVersion);
}

function preparedHome(options: EngineClientOptions): string {
  const home = options.home ?? defaultHome(process.env);
  return orUnavailable(() => {
    prepareHome(home);
    return home;
  });
}

function socketOf(home: string): string {
  return orUnavailable(() => knownSocketPath(home, process.env));
}

function orUnavailable<Result>(use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (error instanceof UnusableVaultError) throw new EngineUnavailableError(error.message);
    throw error;
  }
}

function isOlder(engine: ConnectedEngine, clientVersion: string): boolean {
  return gt(clientVersion, engine.engine.version);
}

function checked(engine: ConnectedEngine, clientVersion: string): EngineClient {
  if (engine.protocol === engineProtocol) return engine;
  const { version } = engine.engine;
  engine.dispose();
  throw new EngineUnavailableError(
    `The engine of this vault is of Runlens ${version}, which this one (${clientVersion}) cannot talk to. ` +
      'Update Runlens here, or stop that engine with `runlens engine stop`.',
  );
}

/** The engine ends; resolves once its connection is gone. */
async function handOver(engine: ConnectedEngine): Promise<void> {
  const gone = new Promise<void>((resolve) => engine.onClosed(resolve));
  // It may be gone before it has answered, which is what is wanted.
  await engine.send(stopEngine, {}).catch(() => null);
  await gone;
  engine.dispose();
}
