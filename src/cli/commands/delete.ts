import { Command } from 'commander';
import { deleteRun } from '../../protocol/engine';
import { findRun, withEngine } from '../engineConnection';
import { plainText } from '../plainText';
import { printJson, printLine } from '../terminal';

/** `runlens delete`: deletes an ended run with its logs and outputs. It asks nothing: naming the run is the asking. */
export function deleteCommand(): Command {
  return new Command('delete')
    .description('delete a run that has ended, with its logs and outputs')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--json', 'print the id of the deleted run as a JSON object')
    .action(async (id: string, options: { readonly json?: true }) => {
      const run = await withEngine(async (engine) => {
        const found = await findRun(engine, id);
        await engine.send(deleteRun, { runId: found.id });
        return found;
      });
      if (options.json) printJson({ id: run.id, name: run.name, deleted: true });
      else printLine(`Deleted ${plainText(run.name)} (${run.id})`);
    });
}
