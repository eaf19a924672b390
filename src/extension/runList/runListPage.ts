/** One open page of a run list: its panel, and what it is told of what happens to the runs. */
import * as vscode from 'vscode';
import type { RunsChanged } from '../../protocol/engine';
import type { ListScope } from '../../protocol/runList';
import { showPage } from '../webviews/webviewPage';
import { ListPushes, type ListPush } from './listPushes';
import { connectPage, type ListServices } from './listRequests';
import { eventWithin, scopeFilter } from './listScope';

export interface PageServices extends ListServices {
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  readonly iconFolder: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export class RunListPage implements vscode.Disposable {
  readonly scope: ListScope;
  readonly panel: vscode.WebviewPanel;
  readonly #services: PageServices;
  readonly #pushes: ListPushes;
  readonly #sent = new vscode.EventEmitter<ListPush>();
  readonly #subscriptions: vscode.Disposable[];
  #wasUnavailable: boolean;
  /** Events reach the page in their order, however long each took to be held against the open folders. */
  #pushing: Promise<void> = Promise.resolve();

  /** Fires with each message that goes to the page by itself. */
  readonly onDidSend = this.#sent.event;

  constructor(scope: ListScope, panel: vscode.WebviewPanel, services: PageServices) {
    this.scope = scope;
    this.panel = panel;
    this.#services = services;
    this.#wasUnavailable = services.connection.state.kind === 'unavailable';
    panel.title = listTitle(scope);
    panel.iconPath = vscode.Uri.joinPath(services.iconFolder, 'runlens.svg');
    const wire = connectPage(panel, scope, services);
    this.#pushes = new ListPushes((push) => {
      wire.send(push);
      this.#sent.fire(push);
    });
    const { connection } = services;
    this.#subscriptions = [
      this.#sent,
      wire,
      connection.onRunsChanged((event) => (this.#pushing = this.#pushing.then(() => this.#push(event)))),
      connection.onDidReconnect(() => this.#outdate()),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready' && this.#wasUnavailable) this.#outdate();
        this.#wasUnavailable = kind === 'unavailable' || (kind === 'connecting' && this.#wasUnavailable);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#outdate()),
      panel.onDidChangeViewState(() => {
        // Nothing is sent to a hidden page; one that is kept alive asks again when it is shown.
        if (!panel.visible) this.#pushes.clear();
      }),
    ];
    // Last: the page asks as soon as it is there.
    showPage(panel.webview, services.webviewFolder, 'runList');
  }

  dispose(): void {
    this.#pushes.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #push(event: RunsChanged): Promise<void> {
    if (!this.panel.visible) return;
    try {
      const scope = await scopeFilter(this.scope);
      if (scope !== null && this.panel.visible) this.#pushes.add(eventWithin(scope, event));
    } catch (error) {
      this.#services.log.warn(`The run list misses a change: ${String(error)}`);
    }
  }

  #outdate(): void {
    if (this.panel.visible) this.#pushes.outdate();
  }
}

/** Name of the tab. */
function listTitle(scope: ListScope): string {
  return scope === 'vault' ? vscode.l10n.t('Vault Runs') : vscode.l10n.t('Workspace Runs');
}
