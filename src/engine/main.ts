/** The engine process: takes the lead of a vault or ends, and serves it until nobody needs it. */
import { availableParallelism } from 'node:os';
import { engineExit } from './exitCodes';
import { defaultGraceMs } from './fleets/local/endProcesses';
import { LocalFleet } from './fleets/local/localFleet';
import { checkMachine, defaultHome, homePaths, prepareHome, recordMachine, recordSocket, socketPath } from './home';
import { takeLead, watchLead } from './lock';
import { log, reasonOf } from './log';
import { Vault } from './run/vault';
import { systemClock } from './schedule/clock';
import { Schedules } from './schedule/schedules';
import { EngineServer } from './server/server';
import { Store } from './store/store';
import { UnusableVaultError } from './unusableVault';
import { engineVersion } from './version';

const threeHoursMs = 3 * 60 * 60 * 1_000;

async function lead(): Promise<void> {
  const home = defaultHome(process.env);
  prepareHome(home);
  const paths = homePaths(home);
  checkMachine(paths);
  if (!takeLead(paths.lock)) process.exit(engineExit.otherLeads);
  recordMachine(paths);

  const store = Store.open(paths.store, engineVersion);
  const vault: Vault = new Vault({
    home,
    store,
    fleets: new Map([['local', new LocalFleet(numberFrom('RUNLENS_GRACE_MS') ?? defaultGraceMs)]]),
    parallel: Math.max(1, numberFrom('RUNLENS_PARALLEL') ?? availableParallelism()),
    onFrame: (frame) => server.tell(frame),
  });

  let isEnding = false;
  const end = async (reason: string): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    log(`engine ${process.pid} ends: ${reason}`);
    schedules.close();
    await server.close();
    vault.close();
    // The lock goes with the process: a successor must not lead while this one can still do anything.
    process.exit(engineExit.ended);
  };
  const idleMs = numberFrom('RUNLENS_IDLE_MS') ?? threeHoursMs;
  let idleTimer: NodeJS.Timeout | undefined;
  const watchIdle = (): void => {
    clearTimeout(idleTimer);
    if (server.clients > 0) return;
    const isNeeded = (): boolean => vault.activeRuns > 0 || schedules.waiting > 0;
    idleTimer = setTimeout(() => (isNeeded() ? watchIdle() : void end('idle')), idleMs);
  };
  const schedules = new Schedules({
    vault,
    clock: systemClock,
    onChanged: (event) => server.tellSchedules(event),
  });
  const path = socketPath(home, process.env);
  const server: EngineServer = new EngineServer(vault, {
    schedules,
    socketPath: path,
    onStopEngine: () => void end('asked to'),
    onClients: watchIdle,
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal));
  // The terminal or window that started it may go; the engine stays.
  process.on('SIGHUP', () => undefined);
  watchLead(paths.lock, () => {
    log(`engine ${process.pid} ends: the vault ${home} was deleted`);
    // At once: what it would put in order is gone, and its socket's path may be its successor's by now.
    process.exit(engineExit.ended);
  });
  vault.resume();
  schedules.begin();
  await server.listen();
  recordSocket(home, path);
  watchIdle();
  log(`engine ${process.pid}, version ${engineVersion}, leads ${home}`);
}

const whatToDo = 'Make its folder writable, or set RUNLENS_HOME to another one.';

function numberFrom(variable: string): number | null {
  const text = process.env[variable];
  const value = Number(text);
  return text === undefined || text === '' || !Number.isFinite(value) ? null : value;
}

process.on('uncaughtException', (error) => log(`unexpected: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (error) => log(`unexpected: ${reasonOf(error)}`));
lead().catch((error: unknown) => {
  log(
    error instanceof UnusableVaultError
      ? error.message
      : `Runlens cannot use the vault ${defaultHome(process.env)} (${reasonOf(error)}). ${whatToDo}`,
  );
  process.exit(engineExit.cannotLead);
});
