/** The folders that are open in this window, by their real paths. */
import * as vscode from 'vscode';
import { runsUnder, type RunFilter } from '../../model/run/query';
import { realPathOf } from '../workflows/workspaceOf';

/** Runs whose workflow lies under an open folder; null when no folder is open. */
export async function workspaceFilter(): Promise<RunFilter | null> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file');
  if (folders.length === 0) return null;
  return runsUnder(await Promise.all(folders.map((folder) => realPathOf(folder.uri.fsPath))));
}

/** Calls back with the filter of the open folders, now and whenever they change. */
export function followOpenFolders(
  show: (filter: RunFilter | null) => void,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  let asked = 0;
  const follow = (): void => {
    asked += 1;
    const mine = asked;
    workspaceFilter().then(
      // The folders may have changed again while their real paths were looked up.
      (filter) => mine === asked && show(filter),
      (error: unknown) => log.error(`The open folders are unknown: ${String(error)}`),
    );
  };
  follow();
  return vscode.workspace.onDidChangeWorkspaceFolders(follow);
}
