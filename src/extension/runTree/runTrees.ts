/** The trees of the sidebar. */
import type * as vscode from 'vscode';
import { everyRun } from '../../model/run/query';
import type { EngineConnection } from '../engineConnection';
import { runsViewIds } from '../ids';
import { KeptFilters } from './keptFilters';
import { RunTree } from './runTree';

export interface RunTrees {
  /** Runs of the open folders. */
  readonly workspaceRuns: RunTree;
  /** Runs of the workflow in the active tab. */
  readonly workflowRuns: RunTree;
  /** Runs of all workspaces. */
  readonly vaultRuns: RunTree;
}

/** Makes the trees. Filters belong to the window's workspace, those of the vault to the user. */
export function makeRunTrees(
  { workspaceState, globalState }: vscode.ExtensionContext,
  connection: EngineConnection,
  log: vscode.LogOutputChannel,
): RunTrees {
  const { workspaceRuns, workflowRuns, vaultRuns } = runsViewIds;
  const trees = {
    workspaceRuns: new RunTree(connection, log, {
      viewId: workspaceRuns,
      scope: 'workspace',
      badge: 'activeRuns',
      keptFilters: new KeptFilters(workspaceState, workspaceRuns),
    }),
    workflowRuns: new RunTree(connection, log, {
      viewId: workflowRuns,
      scope: 'workspace',
      badge: 'none',
      keptFilters: new KeptFilters(workspaceState, workflowRuns),
    }),
    vaultRuns: new RunTree(connection, log, {
      viewId: vaultRuns,
      scope: 'vault',
      badge: 'none',
      keptFilters: new KeptFilters(globalState, vaultRuns),
    }),
  };
  trees.vaultRuns.setScope(everyRun);
  return trees;
}
