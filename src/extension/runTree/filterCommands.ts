/** The buttons that filter the views. */
import { noFilters } from '../../model/run/chosenFilters';
import type { CommandContext } from '../commands/commandContext';
import type { CommandHandler, CommandHandlers } from '../commands/registerCommands';
import { commandIds } from '../ids';
import { chooseFilters } from './filterMenu';
import type { RunTree } from './runTree';

type FilterCommand = Extract<keyof CommandHandlers, `runlens.${'filter' | 'change' | 'clear'}${string}Runs${string}`>;

/** Handlers of the commands that filter a view. */
export function filterCommands(context: CommandContext): Pick<CommandHandlers, FilterCommand> {
  const { workspaceRuns, workflowRuns, vaultRuns, connection } = context;
  const choose = (tree: RunTree): CommandHandler => {
    return () => chooseFilters(tree, connection);
  };
  const clear = (tree: RunTree): CommandHandler => {
    return () => tree.choose(noFilters);
  };
  return {
    [commandIds.filterWorkspaceRuns]: choose(workspaceRuns),
    [commandIds.changeWorkspaceRunsFilter]: choose(workspaceRuns),
    [commandIds.clearWorkspaceRunsFilter]: clear(workspaceRuns),
    [commandIds.filterWorkflowRuns]: choose(workflowRuns),
    [commandIds.changeWorkflowRunsFilter]: choose(workflowRuns),
    [commandIds.clearWorkflowRunsFilter]: clear(workflowRuns),
    [commandIds.filterVaultRuns]: choose(vaultRuns),
    [commandIds.changeVaultRunsFilter]: choose(vaultRuns),
    [commandIds.clearVaultRunsFilter]: clear(vaultRuns),
  };
}
