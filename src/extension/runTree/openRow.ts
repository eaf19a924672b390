/**
 * A click on a row. VS Code forgets the arguments of a row's command as soon as the row is drawn anew, which a running row is
 * each second, and a click that came a moment before fails ("Actual command not found"). So the command of a row has no
 * arguments and means the row that the click selected.
 */
import * as vscode from 'vscode';
import { commandIds, openRowCommand, type RunsViewId } from '../ids';
import type { RunTreeElement } from './elements';

/** Registers the click of a view's rows; `selection` gives its selected rows. */
export function openRowsOf(view: RunsViewId, selection: () => readonly RunTreeElement[]): vscode.Disposable {
  return vscode.commands.registerCommand(openRowCommand(view), async () => {
    const [row] = selection();
    if (row === undefined) return;
    const command = clickOn(row);
    if (command === undefined) return;
    await vscode.commands.executeCommand(command, row.kind === 'workflow' ? row.parent : row);
  });
}

function clickOn(row: RunTreeElement): string | undefined {
  switch (row.kind) {
    case 'run':
    case 'nodeRun':
      return commandIds.viewInEditor;
    case 'workflow':
      return commandIds.openWorkflow;
    case 'loadMore':
      return commandIds.loadMoreRuns;
    case 'group':
    case 'wayOut':
      return undefined;
  }
}
