import { Command } from 'commander';
import { renameRun } from '../../protocol/engine';
import { CommandFailure } from '../commandFailure';
import { findRun, withEngine } from '../engineConnection';
import { runJson } from '../runJson';
import { plainText } from '../plainText';
import { printJson, printLine } from '../terminal';

/** `runlens rename`: gives a run another name. */
export function renameCommand(): Command {
  return new Command('rename')
    .description('give a run another name')
    .argument('<run>', 'id of a run, or the beginning of one')
    .argument('<name>', 'its new name')
    .option('--json', 'print the run as one JSON value')
    .action(async (id: string, name: string, options: { readonly json?: true }) => {
      if (name.trim() === '') throw new CommandFailure('A run cannot have an empty name.');
      const [before, after] = await withEngine(async (engine) => {
        const found = await findRun(engine, id);
        await engine.send(renameRun, { runId: found.id, name });
        return [found, await findRun(engine, found.id)] as const;
      });
      if (options.json) printJson(runJson(after));
      else printLine(`${plainText(before.name)} is now ${plainText(after.name)}`);
    });
}
