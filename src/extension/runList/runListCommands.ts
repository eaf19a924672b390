/** The commands that open a run list. */
import type { CommandHandlers } from '../commands/registerCommands';
import { commandIds } from '../ids';
import type { RunLists } from './runLists';

type RunListCommand = typeof commandIds.openWorkspaceRunList | typeof commandIds.openVaultRunList;

/** Handlers of the commands that open a page. */
export function runListCommands(lists: RunLists): Pick<CommandHandlers, RunListCommand> {
  return {
    [commandIds.openWorkspaceRunList]: () => Promise.resolve(lists.open('workspace')),
    [commandIds.openVaultRunList]: () => Promise.resolve(lists.open('vault')),
  };
}
