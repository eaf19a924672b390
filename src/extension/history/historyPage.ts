/** One open page of a workflow's history: its panel, and what it is told of what happens to the runs. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { NodesChanged, RunsChanged } from '../../protocol/engine';
import { plainText } from '../shownText';
import type { WorkflowPages } from '../workflowEditor/workflowPages';
import { showPage } from '../webviews/webviewPage';
import { ActiveWatches } from './activeWatches';
import { HistoryPushes, type HistoryPush } from './historyPushes';
import { connectPage, type HistoryServices } from './historyRequests';

export interface PageServices extends HistoryServices {
  readonly pages: WorkflowPages;
  /** Folder of the webviews' bundles. */
  readonly webviewFolder: vscode.Uri;
  readonly iconFolder: vscode.Uri;
}

export class HistoryPage implements vscode.Disposable {
  /** Absolute real path of the workflow file. */
  readonly workflowPath: string;
  readonly panel: vscode.WebviewPanel;
  readonly #pushes: HistoryPushes;
  readonly #watches: ActiveWatches;
  readonly #sent = new vscode.EventEmitter<HistoryPush>();
  readonly #subscriptions: vscode.Disposable[];
  /** Ids of the runs that the page was told of. */
  readonly #known = new Set<string>();

  /** Fires with each message that goes to the page by itself. */
  readonly onDidSend = this.#sent.event;

  constructor(workflowPath: string, panel: vscode.WebviewPanel, services: PageServices) {
    this.workflowPath = workflowPath;
    this.panel = panel;
    this.#watches = new ActiveWatches(services.connection);
    panel.title = historyTitle(path.basename(workflowPath).replace(/\.(workflow|module)\.yaml$/, ''));
    panel.iconPath = vscode.Uri.joinPath(services.iconFolder, 'runlens.svg');
    const wire = connectPage(panel, workflowPath, services, (runs) => this.#noteRuns(runs));
    this.#pushes = new HistoryPushes((push) => {
      wire.send(push);
      this.#sent.fire(push);
    });
    const { connection } = services;
    this.#subscriptions = [
      this.#sent,
      this.#watches,
      wire,
      connection.onRunsChanged((event) => this.#onRuns(event)),
      connection.onNodesChanged((event) => this.#onNodes(event)),
      connection.onDidReconnect(() => this.#outdate()),
      panel.onDidChangeViewState(() => {
        // Nothing is sent to a hidden page; it asks again when it is shown.
        if (panel.visible) return;
        this.#pushes.clear();
        this.#watches.end();
      }),
    ];
    services.pages.heed(panel, () => workflowPath);
    // Last: the page asks as soon as it is there.
    showPage(panel.webview, services.webviewFolder, 'history');
  }

  dispose(): void {
    this.#pushes.clear();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Where the workflow of the page is now, by what became of its runs; null: where it was. */
  movedTo(runs: readonly RunSummary[]): string | null {
    return (
      runs.find(({ id, workflow }) => this.#known.has(id) && workflow.path !== this.workflowPath)?.workflow.path ?? null
    );
  }

  #noteRuns(runs: readonly RunSummary[]): void {
    for (const { id } of runs) this.#known.add(id);
    const [newest] = runs;
    if (newest !== undefined) this.panel.title = historyTitle(newest.workflow.name);
    if (this.panel.visible) this.#watches.note(runs);
  }

  #onRuns({ runs, deleted }: RunsChanged): void {
    if (!this.panel.visible) return;
    const ours = runs.filter(({ workflow }) => workflow.path === this.workflowPath);
    this.#watches.note(ours);
    this.#pushes.add({ changed: ours.map(({ id }) => id), deleted });
  }

  #onNodes({ runId }: NodesChanged): void {
    if (this.panel.visible && this.#watches.has(runId)) this.#pushes.add({ changed: [runId], deleted: [] });
  }

  #outdate(): void {
    if (this.panel.visible) this.#pushes.outdate();
  }
}

/** Name of the tab. */
function historyTitle(workflow: string): string {
  return vscode.l10n.t('History: {0}', plainText(workflow));
}
