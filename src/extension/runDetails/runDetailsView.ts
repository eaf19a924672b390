/** Run Details in the sidebar: all that is known of the chosen run, followed only while somebody can see it. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { getRun } from '../../protocol/engine';
import type { DetailsState } from '../../protocol/runDetails';
import { viewIds } from '../ids';
import { showPage } from '../webviews/webviewPage';
import { DetailsPushes, type PushTarget } from './detailsPushes';
import { connectPage } from './detailsRequests';
import { FollowedRun, type DetailsSources } from './followedRun';
import { RunChoice } from './runChoice';

export interface RunDetailsOptions extends DetailsSources {
  readonly memory: vscode.Memento;
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  /** Opens the run in the editor with the node selected. @throws Refusal */
  readonly openNode: (run: RunSummary, nodeId: string) => Promise<void>;
}

export class RunDetailsView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #options: RunDetailsOptions;
  readonly #choice: RunChoice;
  readonly #stateChanged = new vscode.EventEmitter<DetailsState>();
  readonly #subscriptions: vscode.Disposable[];
  #view: vscode.WebviewView | undefined;
  #page: PushTarget | undefined;
  #followed: FollowedRun | undefined;
  #pushes: DetailsPushes | undefined;

  /** Fires with all that the view shows, whenever that changed. */
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(options: RunDetailsOptions) {
    this.#options = options;
    this.#choice = new RunChoice(options.memory);
    this.#subscriptions = [
      this.#stateChanged,
      this.#choice,
      this.#choice.onDidChange(() => this.#follow()),
      vscode.window.registerWebviewViewProvider(viewIds.runDetails, this),
    ];
  }

  /** All that the view shows. */
  get state(): DetailsState {
    if (this.#followed !== undefined) return this.#followed.state;
    return { kind: this.#choice.run === null ? 'none' : 'loading' };
  }

  /** Shows the run instead of another one, as soon as the view can be seen; what the caller knows of it is shown at once. */
  choose(run: RunSummary): void {
    this.#choice.choose({ id: run.id, known: run });
  }

  /** Shows the run if the user chose none. */
  offer(runId: string): void {
    this.#choice.offer(runId);
  }

  /** Shows the run, opens the view and puts the focus into it. */
  async reveal(run: RunSummary): Promise<void> {
    this.choose(run);
    await vscode.commands.executeCommand(`${viewIds.runDetails}.focus`);
  }

  /** Called by VS Code when the view is seen for the first time. */
  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const wire = connectPage(view, {
      begin: () => this.#begin(),
      show: (runId) => this.#choice.choose({ id: runId, known: null }),
      openNode: async (runId, nodeId) => {
        const { connection, openNode } = this.#options;
        await openNode(await connection.send(getRun, { run: runId }), nodeId);
      },
      retry: () => this.#followed?.read() ?? Promise.resolve(),
    });
    this.#page = wire.page;
    const visibility = view.onDidChangeVisibility(() => this.#follow());
    view.onDidDispose(() => {
      visibility.dispose();
      wire.dispose();
      if (this.#view !== view) return;
      this.#view = undefined;
      this.#page = undefined;
      this.#follow();
    });
    this.#follow();
    // Last: the page asks for its state as soon as it is there.
    showPage(view.webview, this.#options.webviewFolder, 'runDetails');
  }

  dispose(): void {
    this.#leave();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** The whole for a page that begins; from now on it gets what changes. */
  #begin(): DetailsState {
    this.#pushes?.clear();
    return this.state;
  }

  /** Follows the chosen run while the view can be seen, and nothing while it cannot. */
  #follow(): void {
    this.#leave();
    const { run } = this.#choice;
    if (this.#view?.visible === true && run !== null) {
      const followed = new FollowedRun(run, this.#options);
      const page: PushTarget = {
        whole: (state) => this.#page?.whole(state),
        patch: (patch) => this.#page?.patch(patch),
      };
      const pushes = new DetailsPushes(followed, page);
      followed.onDidChange((change) => {
        pushes.add(change);
        if (followed.state.kind === 'deleted') this.#choice.release();
        this.#stateChanged.fire(followed.state);
      });
      this.#followed = followed;
      this.#pushes = pushes;
    }
    this.#page?.whole(this.state);
    this.#stateChanged.fire(this.state);
  }

  #leave(): void {
    this.#pushes?.clear();
    this.#followed?.dispose();
    this.#pushes = undefined;
    this.#followed = undefined;
  }
}
