/** Every open workflow editor: opens them, loads runs into them, and says which one is in front. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { placeOfNode } from '../../model/run/modulePart';
import type { RunSummary } from '../../model/run/run';
import type { EditorState } from '../../protocol/editor';
import { getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { Refusal } from '../commands/commandErrors';
import { requireTrustToWrite } from '../commands/trust';
import { logScheme, snapshotScheme } from '../ids';
import type { VersionSources } from '../runDetails/liveRelation';
import { quoted } from '../shownText';
import { LogFileSystem } from '../snapshots/logFileSystem';
import { RunExpectations } from '../history/runExpectations';
import { RunSnapshots } from '../snapshots/runSnapshots';
import { SnapshotFileSystem } from '../snapshots/snapshotFileSystem';
import { snapshotFileOf, snapshotUri } from '../snapshots/snapshotUri';
import { isLive } from '../workflows/liveTexts';
import { LiveWorkflows } from '../workflows/liveWorkflows';
import { WorkflowDiagnostics } from '../workflows/workflowDiagnostics';
import { WorkflowParser } from '../workflows/workflowParser';
import { uriOf } from '../workflows/workspaceOf';
import { performEditorCommand } from './editorCommands';
import { EditorProvider } from './editorProvider';
import type { EditorSession } from './editorSession';
import { closeCanvas, keepCanvasTabs, openCanvas, workflowOf } from './editorTabs';
import { LoadedRuns } from './loadedRuns';
import { OpenSessions } from './openSessions';
import { restoreVersion } from './restoreRun';
import { RunDocuments } from './runDocuments';
import { ChangeInView } from './textBeside/changeInView';
import { NodePlaces } from './textBeside/nodePlaces';
import { openCanvasBeside, openTextBeside } from './textBeside/openBeside';
import { TextBeside } from './textBeside/textBeside';
import { WorkflowPages } from './workflowPages';
import { runLive, type OrderRun } from './runLive';

/** The workflow in the active tab, on the canvas or as text. */
export interface ActiveWorkflow {
  readonly uri: vscode.Uri;
  /** Absolute real path of the live workflow file, whether it exists or not. */
  readonly path: string;
  readonly loadedRunId: string | null;
}

export class WorkflowEditors implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #parser: WorkflowParser;
  readonly #workflows: LiveWorkflows;
  readonly #snapshots: RunSnapshots;
  readonly #loadedRuns: LoadedRuns;
  readonly #documents: RunDocuments;
  /** What past runs let expect of runs. */
  readonly expectations: RunExpectations;
  /** Canvas and text side by side. */
  readonly beside: TextBeside;
  /** The other tabs that are about a workflow. */
  readonly pages = new WorkflowPages();
  readonly #sessions = new OpenSessions();
  readonly #activeChanged = new vscode.EventEmitter<ActiveWorkflow | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  #lastActive = '';

  /** Fires when another workflow came to the front, or another run was loaded into the one there. */
  readonly onDidChangeActive = this.#activeChanged.event;

  constructor(context: vscode.ExtensionContext, connection: EngineConnection) {
    this.#connection = connection;
    const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
    this.#parser = new WorkflowParser(vscode.Uri.joinPath(dist, 'parser.js').fsPath);
    this.#workflows = new LiveWorkflows(this.#parser);
    this.#snapshots = new RunSnapshots(connection);
    this.#documents = new RunDocuments(this.#snapshots, this.#workflows, this.#parser);
    this.expectations = new RunExpectations(connection, this.#snapshots);
    this.#loadedRuns = new LoadedRuns(context.workspaceState);
    const diagnostics = new WorkflowDiagnostics(this.#workflows);
    const places = new NodePlaces(this.#parser);
    this.beside = new TextBeside(this.#sessions, places);
    const provider = new EditorProvider({
      connection,
      parser: this.#parser,
      snapshots: this.#snapshots,
      expectations: this.expectations,
      workflows: this.#workflows,
      loadedRuns: this.#loadedRuns,
      sessions: this.#sessions,
      beside: this.beside,
      parts: {
        runOf: (run) => connection.send(getRun, { run }),
        openPart: (run, module, nodeId) => this.openPart(run, module, nodeId),
      },
      webviewFolder: vscode.Uri.joinPath(dist, 'webview'),
      perform: (session, command) =>
        performEditorCommand(session, command, {
          unload: (editor) => this.unload(editor),
          close: (editor) => this.#close(editor),
          restorePart: (runId, module) => this.restore(runId, module),
        }),
      runDeleted: (session, name) => this.#runDeleted(session, name),
    });
    const active = (): void => this.#activeMayHaveChanged();
    this.#subscriptions = [
      provider.register(),
      readOnlyFiles(snapshotScheme, new SnapshotFileSystem(this.#snapshots)),
      readOnlyFiles(logScheme, new LogFileSystem(connection)),
      keepCanvasTabs(),
      vscode.window.tabGroups.onDidChangeTabs(active),
      vscode.window.tabGroups.onDidChangeTabGroups(active),
      this.#sessions.onDidChange(active),
      // Before the rename, since the editor under the new name may be there before VS Code says that it is done.
      vscode.workspace.onWillRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#loadedRuns.carry(oldUri, newUri);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        for (const session of this.#sessions.all()) session.update();
      }),
      diagnostics,
      this.expectations,
      this.beside,
      this.pages,
      new ChangeInView(this.#sessions, this.#workflows, places, this.beside),
    ];
    void diagnostics.checkWorkspace();
  }

  /** What the window has of live workflows and of snapshots, for whoever compares them too. */
  get versions(): VersionSources {
    return { parser: this.#parser, snapshots: this.#snapshots, workflows: this.#workflows };
  }

  /** The workflow in the active tab; undefined when the tab is something else. */
  active(): ActiveWorkflow | undefined {
    const uri = workflowOf(vscode.window.tabGroups.activeTabGroup.activeTab);
    if (uri === undefined) return undefined;
    const session = this.#sessions.of(uri);
    return {
      uri,
      path: session?.live.place.path ?? realPathNow(uri.fsPath),
      loadedRunId: session?.loaded?.runId ?? snapshotFileOf(uri)?.runId ?? this.#loadedRuns.of(uri)?.id ?? null,
    };
  }

  /** The workflow that the active tab is about, as its editor or as another page; undefined when it is about none. */
  inFront(): vscode.Uri | undefined {
    const page = this.pages.front();
    return this.active()?.uri ?? (page === undefined ? undefined : vscode.Uri.file(page));
  }

  /**
   * Opens the editor of the run's workflow with the run loaded; with a node's path that node is selected and in view, inside of
   * a module on the module's own canvas. What the caller knows of the run is enough to open it; the editor asks for the rest.
   * @throws Refusal
   */
  async openRun(run: RunSummary, nodePath?: string): Promise<void> {
    if (nodePath === undefined) return this.openPart(run, null);
    const { module, nodeId } = placeOfNode(nodePath);
    await this.openPart(run, module, nodeId);
  }

  /**
   * Opens the part of a run that is inside of the module node at the path, on the module's canvas; null: the whole run.
   * @throws Refusal
   */
  async openPart(run: RunSummary, module: string | null, nodeId?: string): Promise<void> {
    const uri = await (module === null ? this.#documents.ofRun(run) : this.#documents.ofModule(run, module));
    const { id, hasSnapshot } = run;
    // An editor that is there already loads while VS Code brings it to the front.
    for (const session of this.#sessions.allOf(uri)) session.load({ id, hasSnapshot, module });
    if (uri.scheme === 'file' || module !== null) await this.#loadedRuns.set(uri, { id, module });
    await openCanvas(uri);
    const session = await this.#sessions.whenOpen(uri);
    session?.load({ id, hasSnapshot, module });
    if (nodeId !== undefined) session?.reveal(nodeId);
    this.#activeMayHaveChanged();
  }

  /** As openRun, with the timeline of the run below the canvas; resolves once it is there. @throws Refusal */
  async openTimeline(run: RunSummary): Promise<void> {
    await this.openRun(run);
    const uri = await this.#documents.ofRun(run);
    // One that is hidden shows it when it is seen again.
    const shown = this.#sessions.allOf(uri).map((session) => session.showTimeline());
    if (shown.length > 0) await Promise.race(shown);
  }

  /** Opens the live editor of the workflow at the absolute path, with no run loaded. @throws Refusal */
  async openLive(workflowPath: string): Promise<void> {
    if (!(await isLive(workflowPath))) {
      throw new Refusal(vscode.l10n.t('{0} was deleted or moved. Open one of its runs and restore it.', workflowPath));
    }
    const uri = await uriOf(workflowPath);
    await this.#loadedRuns.clear(uri);
    await openCanvas(uri);
    for (const session of this.#sessions.allOf(uri)) session.unload();
    this.#activeMayHaveChanged();
  }

  /** Saves and runs the workflow in the active tab, and loads the new run; undefined when there is none. @throws Refusal */
  async runActive(): Promise<RunSummary | undefined> {
    const active = this.active();
    return active === undefined ? undefined : this.run(active.path);
  }

  /**
   * Saves and runs the workflow at the absolute path, and loads the new run.
   * @throws Refusal, or the engine's sentence; or what `order` throws, and then nothing was saved or run
   */
  async run(workflowPath: string, order?: OrderRun): Promise<RunSummary> {
    const share = await this.#workflows.share(workflowPath);
    try {
      const run = await runLive(share.live, this.#connection, order);
      await this.openRun(run);
      return run;
    } finally {
      share.dispose();
    }
  }

  /**
   * Brings the run's version back into the live files, after asking when modules or scripts are touched; with the path of a
   * module node that module alone, with what it uses.
   * @throws Refusal
   */
  async restore(runId: string, module: string | null = null): Promise<void> {
    requireTrustToWrite();
    const run = await this.#connection.send(getRun, { run: runId });
    if (!run.hasSnapshot) {
      throw new Refusal(vscode.l10n.t('{0} has not started, so there is nothing to restore yet.', quoted(run.name)));
    }
    const snapshot = await this.#snapshots.of(run.id);
    const source = module === null ? snapshot.source : await this.#documents.restoredModule(run, snapshot, module);
    const wasThere = await isLive(
      module === null ? run.workflow.path : path.join(run.workflow.workspace, source.entry),
    );
    // Loaded first, so that the Restore turns the snapshot into the overlay, and its undo turns it back.
    if (wasThere) await this.openPart(run, module);
    const isRestored = await restoreVersion(run, { ...snapshot, source }, this.#workflows.texts);
    if (!isRestored || wasThere) return;
    await this.openPart(run, module);
    await closeCanvas(snapshotUri({ runId: run.id, file: source.entry }));
  }

  /** Opens the text of a workflow beside its canvas, with the selected nodes in sight. */
  async openText(uri: vscode.Uri): Promise<void> {
    await openTextBeside(uri);
    const session = this.#sessions.of(uri);
    if (session !== undefined) await this.beside.refresh(session);
  }

  /** Shows a node of a document on its canvas: beside the text, if it is not open yet. */
  async showNode(uri: vscode.Uri, nodeId: string): Promise<void> {
    await openCanvasBeside(uri);
    const session = await this.#sessions.whenOpen(uri);
    session?.reveal(nodeId);
  }

  /** Opens the canvas of a workflow beside its text. */
  openCanvasToSide(uri: vscode.Uri): Promise<void> {
    return openCanvasBeside(uri);
  }

  /** Unloads the run of the active editor. */
  async backToEditor(): Promise<void> {
    const active = this.active();
    const session = active === undefined ? undefined : this.#sessions.of(active.uri);
    if (session !== undefined) await this.unload(session);
  }

  /** Unloads the run of an editor; one on a snapshot's own file gives way to the live workflow. @throws Refusal */
  async unload(session: EditorSession): Promise<void> {
    if (session.place === 'snapshotFile') {
      await this.openLive(session.live.place.path);
      await closeCanvas(session.document.uri);
      return;
    }
    for (const editor of this.#sessions.allOf(session.document.uri)) editor.unload();
    await this.#loadedRuns.clear(session.document.uri);
    this.#activeMayHaveChanged();
  }

  /** What the editor of the document shows now; undefined when none is open. */
  stateOf(uri: vscode.Uri): EditorState | undefined {
    return this.#sessions.of(uri)?.state();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#sessions.dispose();
    this.#workflows.dispose();
    this.#parser.dispose();
    this.#activeChanged.dispose();
  }

  /** Closes the editor of a run that has no live workflow to go back to. */
  async #close(session: EditorSession): Promise<void> {
    await this.#loadedRuns.clear(session.document.uri);
    await closeCanvas(session.document.uri);
  }

  async #runDeleted(session: EditorSession, runName: string | null): Promise<void> {
    const isThere = await isLive(session.live.place.path);
    // Of an editor that was split, the first one speaks for all.
    if (session.loaded === undefined) return;
    if (session.place === 'snapshotFile' && !isThere) await closeCanvas(session.document.uri);
    else await this.unload(session);
    const name = runName === null ? vscode.l10n.t('The run that was loaded') : quoted(runName);
    const told = isThere
      ? vscode.l10n.t('{0} was deleted. This is the live {1}.', name, session.fileName)
      : vscode.l10n.t('{0} was deleted. Its snapshot went with it.', name);
    void vscode.window.showInformationMessage(told);
  }

  #activeMayHaveChanged(): void {
    const active = this.active();
    const key = JSON.stringify([active?.uri.toString(), active?.path, active?.loadedRunId]);
    if (key === this.#lastActive) return;
    this.#lastActive = key;
    this.#activeChanged.fire(active);
  }
}

function readOnlyFiles(scheme: string, files: vscode.FileSystemProvider): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true, isCaseSensitive: true });
}

function realPathNow(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}
