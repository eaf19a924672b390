/** One open page of a run list: its panel, and what it is told of what happens to the runs. */
import * as vscode from 'vscode';
import type { RunFilter } from '../../model/run/query';
import type { RunsChanged } from '../../protocol/engine';
import type { ListScope } from '../../protocol/runList';
import { showPage } from '../webviews/webviewPage';
import { ListPushes, type ListPush } from './listPushes';
import { connectPage, type ListServices } from './listRequests';
import { eventWithin, followScope } from './listScope';

export interface PageServices extends ListServices {
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  readonly iconFolder: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

export class RunListPage implements vscode.Disposable {
  readonly scope: ListScope;
  readonly panel: vscode.WebviewPanel;
  readonly #pushes: ListPushes;
  readonly #sent = new vscode.EventEmitter<ListPush>();
  readonly #subscriptions: vscode.Disposable[];
  #wasUnavailable: boolean;
  /** What the page may list; undefined until the open folders are known. */
  #filter: RunFilter | null | undefined;

  /** Fires with each message that goes to the page by itself. */
  readonly onDidSend = this.#sent.event;

  constructor(scope: ListScope, panel: vscode.WebviewPanel, services: PageServices) {
    this.scope = scope;
    this.panel = panel;
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
      connection.onRunsChanged((event) => this.#push(event)),
      connection.onDidReconnect(() => this.#outdate()),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready' && this.#wasUnavailable) this.#outdate();
        this.#wasUnavailable = kind === 'unavailable' || (kind === 'connecting' && this.#wasUnavailable);
      }),
      followScope(
        scope,
        (filter) => {
          const wasKnown = this.#filter !== undefined;
          this.#filter = filter;
          if (wasKnown) this.#outdate();
        },
        services.log,
      ),
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

  #push(event: RunsChanged): void {
    if (!this.panel.visible || this.#filter === null) return;
    if (this.#filter === undefined) this.#outdate();
    else this.#pushes.add(eventWithin(this.#filter, event));
  }

  #outdate(): void {
    if (this.panel.visible) this.#pushes.outdate();
  }
}

/** Name of the tab. */
function listTitle(scope: ListScope): string {
  return scope === 'vault' ? vscode.l10n.t('Vault Runs') : vscode.l10n.t('Workspace Runs');
}
