/** A first workflow to start from: small, real, and running on any machine with a shell. */
import * as vscode from 'vscode';
import { Refusal, UserCancelled } from './commandErrors';
import { requireTrustToWrite } from './trust';

const example = `name: Hello
description: Lists the files of this workspace and counts them by type.

nodes:
  list:
    label: List files
    run: find "$WORKSPACE" -type f -not -path '*/.git/*' -not -path '*/node_modules/*' > files.txt
    outputs:
      files: files.txt

  count:
    label: Count by type
    inputs:
      files: { from: list.files }
    run: |
      sed -e 's|.*/||' -e 's|.*\\.|.|' "$files" | sort | uniq -c | sort -rn > types.txt
      head -n 20 types.txt
    outputs:
      types: types.txt
`;

/**
 * Writes the example into an open folder, under a name that is free, and gives its address.
 * @throws UserCancelled, Refusal when no folder is open
 */
export async function createWorkflow(): Promise<vscode.Uri> {
  requireTrustToWrite();
  const folder = await chooseFolder();
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? 'hello.workflow.yaml' : `hello-${number}.workflow.yaml`);
    const edit = new vscode.WorkspaceEdit();
    // Refuses a file that is there, also one that came to be this very moment.
    edit.createFile(uri, { contents: Buffer.from(example) });
    if (!(await exists(uri)) && (await vscode.workspace.applyEdit(edit))) return uri;
    if (!(await exists(uri))) {
      throw new Refusal(vscode.l10n.t('{0} could not be written. Is the folder writable?', uri.fsPath));
    }
  }
}

async function chooseFolder(): Promise<vscode.Uri> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, second] = folders;
  if (!first) {
    throw new Refusal(vscode.l10n.t('A workflow lives in a folder. Open one first.'), [
      { title: vscode.l10n.t('Open Folder'), command: 'vscode.openFolder', parameters: [] },
    ]);
  }
  if (!second) return first.uri;
  const picked = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('The folder for the new workflow'),
  });
  if (!picked) throw new UserCancelled();
  return picked.uri;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
