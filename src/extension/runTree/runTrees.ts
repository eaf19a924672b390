/** The trees of the sidebar. */
import type * as vscode from 'vscode';
import { everyRun } from '../../model/run/query';
import { runsViewIds } from '../ids';
import { KeptFilters } from './keptFilters';
import { RunTree } from './runTree';
import type { RunSources } from './runTreeProvider';

export interface RunTrees {
  /** Runs of the open folders. */
  readonly workspaceRuns: RunTree;
  /** Runs of the workflow in the active tab. */
  readonly workflowRuns: RunTree;
  /** Runs of all workspaces. */
  readonly vaultRuns: RunTree;
}

/** Makes the trees. Filters belong to the window's workspace, those of the vault to the user. */
export function makeRunTrees({ workspaceState, globalState }: vscode.ExtensionContext, sources: RunSources): RunTrees {
  const { workspaceRuns, workflowRuns, vaultRuns } = runsViewIds;
  const trees = {
    workspaceRuns: new RunTree(sources, {
      viewId: workspaceRuns,
      scope: 'workspace',
      badge: 'activeRuns',
      keptFilters: new KeptFilters(workspaceState, workspaceRuns),
    }),
    workflowRuns: new RunTree(sources, {
      viewId: workflowRuns,
      scope: 'workspace',
      badge: 'none',
      keptFilters: new KeptFilters(workspaceState, workflowRuns),
    }),
    vaultRuns: new RunTree(sources, {
      viewId: vaultRuns,
      scope: 'vault',
      badge: 'none',
      keptFilters: new KeptFilters(globalState, vaultRuns),
    }),
  };
  trees.vaultRuns.setScope(everyRun);
  return trees;
}
