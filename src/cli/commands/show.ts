import { Command } from 'commander';
import { findRun, withEngine } from '../engineConnection';
import { runJson } from '../runJson';
import { runReport } from '../runReport';
import { printJson, printLine } from '../terminal';

/** `runlens show`: one run with its inputs, nodes and outputs. */
export function showCommand(): Command {
  return new Command('show')
    .description('show a run: its status, inputs, nodes and outputs')
    .argument('<run>', 'id of a run, or the beginning of one')
    .option('--json', 'print the run as one JSON value')
    .action(async (id: string, options: { readonly json?: true }) => {
      const run = await withEngine((engine) => findRun(engine, id));
      if (options.json) printJson(runJson(run));
      else runReport(run).forEach(printLine);
    });
}
