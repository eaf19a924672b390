/** The commands that compare runs. */
import * as vscode from 'vscode';
import { newestFirst } from '../../model/run/order';
import { Refusal } from '../commands/commandErrors';
import type { CommandContext } from '../commands/commandContext';
import type { CommandHandlers } from '../commands/registerCommands';
import { targetOf, targetsOf } from '../commands/runTarget';
import { commandIds } from '../ids';
import type { ComparePages } from './comparePages';
import { pickSide } from './pickSide';

type CompareCommand = typeof commandIds.compareWithLive | typeof commandIds.compareRuns;

/** Handlers of the commands that open a comparison. */
export function compareCommands(context: CommandContext, pages: ComparePages): Pick<CommandHandlers, CompareCommand> {
  return {
    [commandIds.compareWithLive]: async (...parameters) => {
      const { run } = await targetOf(context, 'compareWithLive', parameters);
      pages.open({ left: { kind: 'run', runId: run.id }, right: { kind: 'live', path: run.workflow.path } });
    },
    [commandIds.compareRuns]: async (...parameters) => {
      const { targets, refused } = await targetsOf(context, 'compareRuns', parameters);
      if (refused.length > 0) throw new Refusal(refused[0] ?? '');
      if (targets.length > 2) {
        throw new Refusal(vscode.l10n.t('Select two runs to compare; {0} are selected.', targets.length));
      }
      const [{ run }, second] = targets;
      if (second === undefined) {
        const offered = { workflow: run.workflow.path, notRun: run.id, live: 'left out' } as const;
        const other = await pickSide(context.connection, offered);
        // The one that was pointed at is what one wants to understand: it stands on the right, as what came after.
        pages.open({ left: other, right: { kind: 'run', runId: run.id } });
        return;
      }
      const isNewer = newestFirst(run, second.run) < 0;
      const [before, after] = isNewer ? [second.run, run] : [run, second.run];
      pages.open({ left: { kind: 'run', runId: before.id }, right: { kind: 'run', runId: after.id } });
    },
  };
}
