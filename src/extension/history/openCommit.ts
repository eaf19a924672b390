/** Shows a commit in the Git extension of VS Code or, without it, puts its hash on the clipboard. */
import * as vscode from 'vscode';

const viewCommit = 'git.viewCommit';

/** @param folder a folder of the repository */
export async function openCommit(folder: string, hash: string): Promise<void> {
  const known = await vscode.commands.getCommands();
  if (known.includes(viewCommit)) {
    try {
      await vscode.commands.executeCommand(viewCommit, vscode.Uri.file(folder), hash);
      return;
    } catch {
      // It knows no such repository: one outside of the open folders.
    }
  }
  await vscode.env.clipboard.writeText(hash);
  void vscode.window.showInformationMessage(vscode.l10n.t('The hash of the commit is on the clipboard: {0}', hash));
}
