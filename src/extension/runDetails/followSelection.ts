/** The details are about the run that the user selects in a tree, else about the one in the editor in front. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { RunTreeElement } from '../runTree/elements';
import type { RunTree } from '../runTree/runTree';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { RunDetailsView } from './runDetailsView';

/** Tells the view what is selected, until disposed. */
export function followSelection(
  view: RunDetailsView,
  trees: readonly RunTree[],
  editors: WorkflowEditors,
): vscode.Disposable {
  const offer = (runId: string | null | undefined): void => {
    if (typeof runId === 'string') view.offer(runId);
  };
  offer(editors.active()?.loadedRunId);
  return vscode.Disposable.from(
    editors.onDidChangeActive((active) => offer(active?.loadedRunId)),
    ...trees.map((tree) =>
      tree.onDidChangeSelection(({ selection: [row] }) => {
        const run = row === undefined ? undefined : runOf(row);
        // A row that is drawn anew elsewhere takes the selection away: nobody chose anything.
        if (run !== undefined) view.choose(run);
      }),
    ),
  );
}

function runOf(row: RunTreeElement): RunSummary | undefined {
  switch (row.kind) {
    case 'run':
      return row.run;
    case 'workflow':
    case 'nodeRun':
      return row.parent.run;
    case 'group':
    case 'loadMore':
    case 'wayOut':
      return undefined;
  }
}
