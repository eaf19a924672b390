/** Makes an editor session for each document that VS Code opens on the canvas. */
import path from 'node:path';
import * as vscode from 'vscode';
import { pathOfModule } from '../../model/workflow/moduleScope';
import { scopeOf } from '../../model/workflow/runNodes';
import { getRun } from '../../protocol/engine';
import { editorViewType } from '../ids';
import type { LiveShare, LiveWorkflows } from '../workflows/liveWorkflows';
import { placeIn } from '../workflows/workspaceOf';
import { snapshotFileOf } from '../snapshots/snapshotUri';
import { showPage } from '../webviews/webviewPage';
import { connectWebview, type RequestServices } from './editorRequests';
import { EditorSession } from './editorSession';
import type { LoadedRuns } from './loadedRuns';
import type { RunSources, RunToLoad } from './loadedSession';
import type { OpenSessions } from './openSessions';
import { runObstacle } from './runLive';

export interface EditorServices extends RunSources, RequestServices {
  readonly workflows: LiveWorkflows;
  readonly loadedRuns: LoadedRuns;
  readonly sessions: OpenSessions;
  /** Folder of the webview's bundle. */
  readonly webviewFolder: vscode.Uri;
  /** The run that is loaded in the session was deleted. */
  /** A name of null is not known. */
  readonly runDeleted: (session: EditorSession, runName: string | null) => Promise<void>;
}

export class EditorProvider implements vscode.CustomTextEditorProvider {
  readonly #services: EditorServices;

  constructor(services: EditorServices) {
    this.#services = services;
  }

  /** Registers the editor: one for each document, rebuilt whenever it is shown again. */
  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(editorViewType, this, {
      supportsMultipleEditorsPerDocument: false,
    });
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    let isClosed = false;
    panel.onDidDispose(() => (isClosed = true));
    const share = await this.#shareOf(document);
    const opened = await this.#runOf(document);
    if (isClosed) return share.dispose();
    this.#begin(document, panel, share, opened);
  }

  #begin(document: vscode.TextDocument, panel: vscode.WebviewPanel, share: LiveShare, opened: RunToLoad | null): void {
    const { sessions } = this.#services;
    const snapshot = snapshotFileOf(document.uri);
    const place = snapshot === undefined ? 'liveFile' : 'snapshotFile';
    const session = new EditorSession({
      document,
      panel,
      place,
      share,
      sources: this.#services,
      obstacle: runObstacle,
    });
    const wire = connectWebview(session, this.#services);
    const deleted = session.onDidDeleteRun((name) => void this.#services.runDeleted(session, name));
    panel.onDidDispose(() => {
      sessions.remove(session);
      for (const part of [deleted, wire, session]) part.dispose();
    });
    if (opened !== null) session.load(opened);
    // Last: the page asks for its state as soon as it is there.
    showPage(panel.webview, this.#services.webviewFolder, 'editor');
    sessions.add(session);
  }

  /** The run that an editor of the document begins with; of a module in a snapshot that part of the run. */
  async #runOf(document: vscode.TextDocument): Promise<RunToLoad | null> {
    const kept = this.#services.loadedRuns.of(document.uri);
    const snapshot = snapshotFileOf(document.uri);
    if (snapshot === undefined || kept?.id === snapshot.runId) return kept ?? null;
    const { snapshots } = this.#services;
    const module = await snapshots.of(snapshot.runId).then(
      (ran) => pathOfModule(scopeOf(ran), snapshot.file),
      // The session says why the run cannot be shown.
      () => null,
    );
    return { id: snapshot.runId, module };
  }

  /** The live workflow behind a document; behind a snapshot it is the one that the run was started from. */
  async #shareOf(document: vscode.TextDocument): Promise<LiveShare> {
    const { workflows, connection, snapshots } = this.#services;
    const snapshot = snapshotFileOf(document.uri);
    if (snapshot === undefined) return workflows.share(document.uri.fsPath);
    try {
      const { workflow } = await connection.send(getRun, { run: snapshot.runId });
      const { source } = await snapshots.of(snapshot.runId);
      const isWhole = source.entry === snapshot.file;
      const file = isWhole ? workflow.path : path.join(workflow.workspace, snapshot.file);
      return workflows.shareAt(placeIn(file, workflow.workspace));
    } catch {
      // The session says why the run cannot be shown; where its workflow lived is not known then.
      return workflows.shareAt(placeIn(path.resolve('/', snapshot.file), path.resolve('/')));
    }
  }
}
