/** Copy Link: puts the link to a run, or to a node of it, into the clipboard. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { extensionId } from '../ids';
import { quoted } from '../shownText';
import { linkText, type RunLink } from './runLink';

/** Copies the link that opens the run; with `nodeId` also that node. */
export async function copyRunLink(run: RunSummary, nodeId: string | null): Promise<void> {
  const link: RunLink = { workflowPath: run.workflow.path, runId: run.id, nodeId };
  await vscode.env.clipboard.writeText(await reachable(link));
  const what = nodeId === null ? quoted(run.name) : vscode.l10n.t('{0} of {1}', quoted(nodeId), quoted(run.name));
  void vscode.window.showInformationMessage(copiedMessage(what));
}

/**
 * On the desktop the plain address goes to VS Code by itself; the one that `asExternalUri` gives there also names this window,
 * which may be closed by the time that somebody follows it. In a browser only `asExternalUri` knows the way in.
 */
async function reachable(link: RunLink): Promise<string> {
  const plain = linkText(link, `${vscode.env.uriScheme}://${extensionId}`);
  if (vscode.env.uiKind === vscode.UIKind.Desktop) return plain;
  try {
    const external = await vscode.env.asExternalUri(vscode.Uri.parse(plain));
    // It is escaped already.
    return external.toString(true);
  } catch {
    return plain;
  }
}

function copiedMessage(what: string): string {
  return vscode.env.uiKind === vscode.UIKind.Desktop
    ? vscode.l10n.t('Copied the link to {0}.', what)
    : vscode.l10n.t('Copied the link to {0}. It works once, while this page is open.', what);
}
