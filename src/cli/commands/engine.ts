import { Command } from 'commander';
import {
  connectToRunningEngine,
  defaultHome,
  EngineUnavailableError,
  type EngineClient,
} from '../../engine/client/client';
import { engineStatus, stopEngine } from '../../protocol/engine';
import { engineOptions } from '../engineConnection';
import { printJson, printLine, printNote } from '../terminal';

interface JsonOption {
  readonly json?: true;
}

/** `runlens engine status` and `runlens engine stop`; neither ever starts an engine. */
export function engineCommand(): Command {
  const engine = new Command('engine').description('look at the engine of the vault, or stop it');
  engine
    .command('status')
    .description('say whether an engine runs; never starts one')
    .option('--json', 'print an object: pid (null when none runs), version, home, activeRuns, schedules')
    .action(async (options: JsonOption) => {
      const status = await ofRunningEngine((client) => client.send(engineStatus, {}));
      if (options.json) printJson(status ?? noEngine());
      else printLine(status === null ? noEngineSentence() : `${engineSentence(status, 'leads')}.`);
    });
  engine
    .command('stop')
    .description('stop the engine; nodes that run go on, and the next engine adopts them')
    .option('--json', 'print an object: stopped, and the status it had before')
    .action(async (options: JsonOption) => {
      const status = await ofRunningEngine(stopAndWait);
      if (options.json) printJson({ stopped: status !== null, ...(status ?? noEngine()) });
      else printLine(status === null ? noEngineSentence() : `Stopped. ${engineSentence(status, 'led')}.`);
      if (status !== null && status.schedules > 0 && !options.json) {
        printNote('Nothing starts by itself until an engine runs again: VS Code or any command starts it.');
      }
    });
  return engine;
}

async function ofRunningEngine<Result>(use: (client: EngineClient) => Promise<Result>): Promise<Result | null> {
  const client = await connectToRunningEngine(engineOptions);
  if (client === null) return null;
  try {
    return await use(client);
  } finally {
    client.dispose();
  }
}

async function stopAndWait(client: EngineClient) {
  const status = await client.send(engineStatus, {});
  const closed = new Promise<void>((resolve) => client.onClosed(resolve));
  // It may be gone before it has answered, which is what is wanted.
  await client.send(stopEngine, {}).catch(nullIfLost);
  await closed;
  return status;
}

function nullIfLost(error: unknown): null {
  if (error instanceof EngineUnavailableError) return null;
  throw error;
}

interface Status {
  readonly pid: number;
  readonly version: string;
  readonly home: string;
  readonly activeRuns: number;
  readonly schedules: number;
}

function engineSentence({ pid, version, home, activeRuns, schedules }: Status, verb: 'leads' | 'led'): string {
  const runs = activeRuns === 1 ? '1 active run' : `${activeRuns} active runs`;
  const waiting = schedules === 0 ? '' : schedules === 1 ? ' and 1 schedule' : ` and ${schedules} schedules`;
  return `Engine ${version} (process ${pid}) ${verb} the vault ${home} with ${runs}${waiting}`;
}

function noEngine() {
  return { pid: null, version: null, home: defaultHome(process.env), activeRuns: 0, schedules: 0 };
}

function noEngineSentence(): string {
  return `No engine runs for the vault ${noEngine().home}.`;
}
