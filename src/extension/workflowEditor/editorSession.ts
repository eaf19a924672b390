/** One open workflow editor: its document, the run that is loaded, and what its webview is told. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { LoadedPlace } from '../../model/run/loadedRunState';
import { drawnVersion } from '../../model/run/loadedRunView';
import type { NodeRun } from '../../model/run/run';
import type { EditorState } from '../../protocol/editor';
import type { LiveShare } from '../workflows/liveWorkflows';
import { editorState, type RunObstacle } from './drawnWorkflow';
import { EditorPushes, type EditorPush } from './editorPushes';
import { LoadedSession, type RunSources, type RunToLoad } from './loadedSession';

/** The webview of an editor, as far as a session talks to it by itself. */
export interface EditorView {
  send(push: EditorPush): void;
  /** Select the nodes and bring one into view if none is. */
  follow(nodeIds: readonly string[]): void;
  /** Resolves once the page has done it; a page that is not there yet never answers. */
  reveal(nodeId: string): Promise<void>;
  /** As `reveal`. */
  showTimeline(): Promise<void>;
}

export interface EditorOptions {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  readonly place: LoadedPlace;
  readonly share: LiveShare;
  readonly sources: RunSources;
  readonly obstacle: () => RunObstacle;
}

export class EditorSession implements vscode.Disposable {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  readonly place: LoadedPlace;
  readonly #options: EditorOptions;
  readonly #pushes = new EditorPushes((push) => this.#view?.send(push));
  readonly #loadedChanged = new vscode.EventEmitter<void>();
  readonly #runDeleted = new vscode.EventEmitter<string | null>();
  readonly #subscriptions: vscode.Disposable[];
  #view: EditorView | undefined;
  #loaded: LoadedSession | undefined;
  #loadedSubscriptions: vscode.Disposable[] = [];
  #sent: EditorState;
  #isShown = false;
  #pendingReveal: string | undefined;
  /** Called once a page shows the timeline; null: nobody waits for it. */
  #timelineShown: (() => void) | null = null;

  /** Fires when another run was loaded, or the run unloaded. */
  readonly onDidChangeLoaded = this.#loadedChanged.event;
  /** Fires with the name of the loaded run when that was deleted. */
  readonly onDidDeleteRun = this.#runDeleted.event;

  constructor(options: EditorOptions) {
    this.#options = options;
    this.document = options.document;
    this.panel = options.panel;
    this.place = options.place;
    this.#sent = this.state();
    this.#subscriptions = [
      this.#loadedChanged,
      this.#runDeleted,
      options.share,
      this.live.onDidChange(() => this.update()),
      this.panel.onDidChangeViewState(() => this.#visibilityChanged()),
    ];
  }

  get live() {
    return this.#options.share.live;
  }

  get loaded(): LoadedSession | undefined {
    return this.#loaded;
  }

  /** Handle of the model that is drawn, for the parser. */
  get drawnHandle(): string {
    return this.#loaded !== undefined && this.drawn === 'snapshot' ? this.#loaded.handle : this.live.handle;
  }

  get drawn(): 'live' | 'snapshot' {
    return this.#loaded === undefined ? 'live' : drawnVersion(this.#loaded.current.state);
  }

  /** All that the canvas shows now. */
  state(): EditorState {
    return editorState({
      file: this.live.place.path,
      live: this.live.state,
      loaded: this.#loaded?.current ?? null,
      obstacle: this.#options.obstacle(),
    });
  }

  /** The whole state for a page that begins, which from now on gets what changes. */
  begin(): EditorState {
    this.#pushes.clear();
    this.#isShown = true;
    this.#sent = this.state();
    this.#sendReveal();
    this.#sendTimeline();
    return this.#sent;
  }

  connect(view: EditorView): void {
    this.#view = view;
  }

  /** Loads a run in place of the one that is loaded. */
  load(run: RunToLoad): void {
    if (this.#loaded?.runId === run.id && this.#loaded.module === run.module) return;
    this.#dropLoaded();
    const loaded = new LoadedSession(run, this.place, this.live, this.#options.sources);
    this.#loaded = loaded;
    this.#loadedSubscriptions = [
      loaded.onDidChange(() => this.update()),
      loaded.onDidPatch((nodeRuns) => this.#patch(nodeRuns)),
      loaded.onDidDelete((run) => this.#runDeleted.fire(run?.name ?? null)),
    ];
    this.update();
    this.#loadedChanged.fire();
  }

  /** Back to the live workflow alone. */
  unload(): void {
    if (this.#loaded === undefined) return;
    this.#dropLoaded();
    this.update();
    this.#loadedChanged.fire();
  }

  /** Selects the node and brings it into view, as soon as there is a page to do it. */
  reveal(nodeId: string): void {
    this.#pendingReveal = nodeId;
    if (this.#isShown) this.#sendReveal();
  }

  /** Selects nodes and brings one of them into view if none is, on a page that is there; focus and inspector stay. */
  follow(nodeIds: readonly string[]): void {
    if (!this.#isShown) return;
    // They may be nodes of a change that is still to be sent.
    this.#pushes.flush();
    this.#view?.follow(nodeIds);
  }

  /** A panel may be visible before its page listens: the wish is kept until a page has answered it. */
  #sendReveal(): void {
    const nodeId = this.#pendingReveal;
    if (nodeId === undefined) return;
    this.#view?.reveal(nodeId).then(
      () => {
        if (this.#pendingReveal === nodeId) this.#pendingReveal = undefined;
      },
      // The page went away; the next one is asked again.
      () => undefined,
    );
  }

  /** Shows the timeline of the loaded run, as soon as there is a page to do it; resolves then, or when the editor is closed. */
  showTimeline(): Promise<void> {
    const before = this.#timelineShown;
    const shown = new Promise<void>((resolve) => {
      this.#timelineShown = () => {
        before?.();
        resolve();
      };
    });
    if (this.#isShown) this.#sendTimeline();
    return shown;
  }

  #sendTimeline(): void {
    if (this.#timelineShown === null) return;
    this.#view?.showTimeline().then(
      () => this.#endTimeline(),
      // The page went away; the next one is asked again.
      () => undefined,
    );
  }

  #endTimeline(): void {
    this.#timelineShown?.();
    this.#timelineShown = null;
  }

  /** Sends what waits for the next frame. */
  sendNow(): void {
    this.#pushes.flush();
  }

  /** Sends the slices that changed since they were last sent. */
  update(): void {
    const state = this.state();
    if (this.#isShown) this.#pushes.push(changedSlices(this.#sent, state));
    this.#sent = state;
  }

  /** Name of the file that is drawn, for messages. */
  get fileName(): string {
    return path.basename(this.live.place.path);
  }

  dispose(): void {
    this.#endTimeline();
    this.#pushes.clear();
    this.#dropLoaded();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #dropLoaded(): void {
    for (const subscription of this.#loadedSubscriptions) subscription.dispose();
    this.#loadedSubscriptions = [];
    this.#loaded?.dispose();
    this.#loaded = undefined;
  }

  #patch(nodeRuns: readonly NodeRun[]): void {
    if (this.#isShown) this.#pushes.patch(nodeRuns);
    this.#sent = { ...this.#sent, nodeRuns: this.#loaded?.current.nodeRuns ?? [] };
  }

  #visibilityChanged(): void {
    // A change on disk that no watcher reported is found at the latest when somebody looks.
    if (this.panel.visible) void this.live.refresh('file');
    if (!this.panel.visible) {
      this.#isShown = false;
      this.#pushes.clear();
    } else if (!this.#isShown) {
      // A page that was kept alive does not ask again; for a new one this comes too early and getState follows.
      this.#isShown = true;
      this.#sent = this.state();
      this.#pushes.push(this.#sent);
    }
  }
}

/** Graphs and node runs are told apart by identity, since they are large and made anew when they change. */
function changedSlices(before: EditorState, now: EditorState): Partial<EditorState> {
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(same(before.file, now.file) ? {} : { file: now.file }),
    ...(before.graph === now.graph ? {} : { graph: now.graph }),
    ...(same(before.problems, now.problems) ? {} : { problems: now.problems }),
    ...(same(before.loaded, now.loaded) ? {} : { loaded: now.loaded }),
    ...(isSameList(before.nodeRuns, now.nodeRuns) ? {} : { nodeRuns: now.nodeRuns }),
    ...(same(before.stale, now.stale) ? {} : { stale: now.stale }),
    ...(same(before.expectedEnd, now.expectedEnd) ? {} : { expectedEnd: now.expectedEnd }),
    ...(before.usual === now.usual ? {} : { usual: now.usual }),
  };
}

function isSameList(one: readonly NodeRun[], other: readonly NodeRun[]): boolean {
  return one.length === other.length && one.every((nodeRun, index) => nodeRun === other[index]);
}
