import { Command } from 'commander';
import { nodeEnvironment } from '../../engine/client/client';
import { rerun, type RerunPart } from '../../protocol/engine';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { followToEnd } from '../followToEnd';
import { runJson } from '../runJson';
import { startLine } from '../runLines';
import { printJson, printLine } from '../terminal';

interface RerunOptions {
  readonly fromFailed?: true;
  readonly from?: string;
  readonly live?: true;
  readonly detach?: true;
  readonly json?: true;
}

/** `runlens rerun`: runs the version of an old run again, from its snapshot. */
export function rerunCommand(): Command {
  return new Command('rerun')
    .description('run again: the same version with the same inputs, from the snapshot; follows like run')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--from-failed', 'only what did not succeed, and all after it; the other results are taken over')
    .option('--from <node>', 'the same, and run this node and all after it too')
    .option('--live', 'with --from-failed or --from: the workflow as it is on disk; nodes edited since run too')
    .option('-d, --detach', 'return as soon as the run is started')
    .option('--json', 'print the new run as one JSON value')
    .action(async (id: string, options: RerunOptions) => {
      const part = partOf(options);
      const run = await withEngine(async (engine) => {
        const { id: runId } = await findRun(engine, id);
        const environment = nodeEnvironment(process.env);
        const started = await engine.send(rerun, {
          runId,
          part,
          creationType: 'API',
          environment,
        });
        return findRun(engine, started.id);
      });
      if (!options.json) printLine(startLine(run));
      if (!options.detach) process.exitCode = await followToEnd(run.id, { json: options.json === true });
      else if (options.json) printJson(runJson(run));
    });
}

/** @throws CommandFailure */
function partOf({ fromFailed, from, live }: RerunOptions): RerunPart {
  if (fromFailed === true || from !== undefined) {
    return { kind: 'rest', from: from ?? null, version: live === true ? 'live' : 'ran' };
  }
  if (live === true) {
    throw new CommandFailure('--live goes with --from-failed or --from; `runlens run` runs the live workflow.');
  }
  return { kind: 'all', inputs: null };
}
