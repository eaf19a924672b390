import { Command } from 'commander';
import { nodeEnvironment } from '../../engine/client/client';
import { rerun } from '../../protocol/engine';
import { findRun, withEngine } from '../engineConnection';
import { followToEnd } from '../followToEnd';
import { runJson } from '../runJson';
import { startLine } from '../runLines';
import { printJson, printLine } from '../terminal';

/** `runlens rerun`: runs the version of an old run again, from its snapshot. */
export function rerunCommand(): Command {
  return new Command('rerun')
    .description('run again: the same version with the same inputs, from the snapshot; follows like run')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('-d, --detach', 'return as soon as the run is started')
    .option('--json', 'print the new run as one JSON value')
    .action(async (id: string, options: { readonly detach?: true; readonly json?: true }) => {
      const run = await withEngine(async (engine) => {
        const { id: runId } = await findRun(engine, id);
        const environment = nodeEnvironment(process.env);
        const started = await engine.send(rerun, {
          runId,
          part: { kind: 'all', inputs: null },
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
