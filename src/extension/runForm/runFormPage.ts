/** The editor tab of a form. */
import * as vscode from 'vscode';
import { onNotification, onRequest, sendNotification } from '../../protocol/rpc';
import * as wire from '../../protocol/runForm';
import { sentenceOf } from '../sentence';
import { showPage } from '../webviews/webviewPage';
import { wireTo } from '../webviews/webviewWire';
import type { RunForm } from './runForm';

export interface PageFolders {
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  readonly iconFolder: vscode.Uri;
}

/** Makes the panel the tab of the form; the form goes with it. */
export function showForm(form: RunForm, panel: vscode.WebviewPanel, folders: PageFolders): void {
  panel.iconPath = vscode.Uri.joinPath(folders.iconFolder, 'runlens.svg');
  const connection = wireTo(panel);
  onRequest(connection, wire.getForm, () => form.read());
  onRequest(connection, wire.lookAtPath, ({ path }) => form.lookAt(path));
  onRequest(connection, wire.choosePath, (question) => form.choosePath(question));
  onNotification(connection, wire.keepChosen, (chosen) => form.keep(chosen));
  onRequest(connection, wire.startFromForm, async (chosen) => {
    // The page tells it beside the button; a notification far from it would say it twice.
    await form.start(chosen).catch((error: unknown) => {
      throw new Error(sentenceOf(error), { cause: error });
    });
    return null;
  });
  onRequest(connection, wire.leaveForm, () => {
    panel.dispose();
    return null;
  });
  connection.listen();
  const subscription = form.onDidChange(() => {
    // A workflow that cannot be run at the moment leaves the form as it is: it may be mended the next moment.
    form.read().then(
      (state) => void sendNotification(connection, wire.formChanged, state),
      () => undefined,
    );
  });
  panel.onDidDispose(() => {
    subscription.dispose();
    connection.dispose();
  });
  // Last: the page asks as soon as it is there.
  showPage(panel.webview, folders.webviewFolder, 'runForm');
}
