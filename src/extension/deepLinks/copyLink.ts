/** Copy Link: puts the link to a run, or to a node of it, into the clipboard. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { extensionId } from '../ids';
import { quoted } from '../shownText';
import { linkAddress } from './runLink';

/** Copies the link that opens the run; with `nodeId` also that node. */
export async function copyRunLink(run: RunSummary, nodeId: string | null): Promise<void> {
  const address = linkAddress({ workflowPath: run.workflow.path, runId: run.id, nodeId });
  const plain = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, ...address });
  await vscode.env.clipboard.writeText((await reachable(plain)).toString());
  const what = nodeId === null ? quoted(run.name) : vscode.l10n.t('{0} of {1}', quoted(nodeId), quoted(run.name));
  void vscode.window.showInformationMessage(copiedMessage(what));
}

/**
 * On the desktop the plain address goes to VS Code by itself; the one that `asExternalUri` gives there also names this window,
 * which may be closed by the time that somebody follows it. In a browser only `asExternalUri` knows the way in.
 */
async function reachable(plain: vscode.Uri): Promise<vscode.Uri> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return plain;
  try {
    return await vscode.env.asExternalUri(plain);
  } catch {
    return plain;
  }
}

function copiedMessage(what: string): string {
  return vscode.env.uiKind === vscode.UIKind.Desktop
    ? vscode.l10n.t('Copied the link to {0}.', what)
    : vscode.l10n.t('Copied the link to {0}. It works once, while this page is open.', what);
}
