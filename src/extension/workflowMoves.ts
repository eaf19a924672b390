/** A workflow that is renamed or moved in VS Code takes its runs along. */
import path from 'node:path';
import * as vscode from 'vscode';
import { moveWorkflow } from '../protocol/engine';
import type { EngineConnection } from './engineConnection';
import { isWorkflowFile } from './runTree/workflowFiles';
import { sentenceOf } from './sentence';
import { placeOf, realPathOf } from './workflows/workspaceOf';

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Listens to renames of files and folders in this window. */
export function carryRunsAlong(connection: EngineConnection, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    Promise.all(files.map((file) => carry(connection, file.oldUri, file.newUri))).then(
      (moved) => log.info(`${moved.reduce((sum, runs) => sum + runs, 0)} runs moved with their workflows.`),
      (error: unknown) => {
        log.error(`Runs could not move with their workflow: ${String(error)}`);
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The runs of the moved workflow stay at its old path: {0}', sentenceOf(error)),
        );
      },
    );
  });
}

async function carry(connection: EngineConnection, oldUri: vscode.Uri, newUri: vscode.Uri): Promise<number> {
  let runs = 0;
  for (const { from, to } of await workflowsMoved(oldUri, newUri)) {
    const { workspace } = await placeOf(to);
    runs += (await connection.send(moveWorkflow, { from, to, workspace })).runs;
  }
  return runs;
}

/** The workflow itself, or those in a folder that moved. The old place is gone, its parents may be not. */
async function workflowsMoved(oldUri: vscode.Uri, newUri: vscode.Uri): Promise<readonly Move[]> {
  if (newUri.scheme !== 'file') return [];
  const [from, to] = await Promise.all([realPathOf(oldUri.fsPath), realPathOf(newUri.fsPath)]);
  const { type } = await vscode.workspace.fs.stat(newUri);
  if (type !== vscode.FileType.Directory) return isWorkflowFile(oldUri) ? [{ from, to }] : [];
  const inside = await vscode.workspace.findFiles(
    new vscode.RelativePattern(newUri, '**/*.{workflow,module}.yaml'),
    '**/node_modules/**',
  );
  return inside.map((uri) => {
    const relative = path.relative(newUri.fsPath, uri.fsPath);
    return { from: path.join(from, relative), to: path.join(to, relative) };
  });
}
