import { Command } from 'commander';
import { stopRun } from '../../protocol/engine';
import { findRun, withEngine } from '../engineConnection';
import { followRun } from '../followRun';
import { runJson } from '../runJson';
import { plainText } from '../plainText';
import { printJson, printLine } from '../terminal';

/** `runlens stop`: asks a run to stop; its nodes get TERM, and KILL if they do not heed it. */
export function stopCommand(): Command {
  return new Command('stop')
    .description('stop a run that is Pending, Running or Scheduled')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--wait', 'return when the run has ended')
    .option('--json', 'print the run as one JSON value')
    .action(async (id: string, options: { readonly wait?: true; readonly json?: true }) => {
      const asked = await withEngine(async (engine) => {
        const run = await findRun(engine, id);
        await engine.send(stopRun, { runId: run.id });
        return findRun(engine, run.id);
      });
      const run = options.wait ? await followRun(asked.id, () => undefined) : asked;
      if (options.json) printJson(runJson(run));
      else printLine(`${plainText(run.name)}: ${run.status}`);
    });
}
