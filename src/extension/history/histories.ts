/** The pages of histories: one for each workflow, revealed when it is asked for again, brought back when the window is. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { RunSummary } from '../../model/run/run';
import { historyViewType } from '../ids';
import { HistoryPage, type PageServices } from './historyPage';

/** What the page keeps of itself and VS Code gives back; the rest of it is the page's own. */
const keptState = z.object({ workflowPath: z.string() });

export class Histories implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #services: PageServices;
  readonly #pages = new Map<string, HistoryPage>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(services: PageServices) {
    this.#services = services;
    this.#subscriptions = [
      vscode.window.registerWebviewPanelSerializer(historyViewType, this),
      services.connection.onRunsChanged(({ runs }) => this.#follow(runs)),
    ];
  }

  /** The open page of the workflow file. */
  page(workflowPath: string): HistoryPage | undefined {
    return this.#pages.get(workflowPath);
  }

  /** Shows the page of the workflow file (absolute real path), in the tab where it is if it is open. */
  open(workflowPath: string): void {
    const open = this.#pages.get(workflowPath);
    if (open !== undefined) return open.panel.reveal();
    // The title is the page's, which knows its workflow.
    this.#begin(workflowPath, vscode.window.createWebviewPanel(historyViewType, '', vscode.ViewColumn.Active, {}));
  }

  /** Called by VS Code for a page that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptState.safeParse(state);
    // It never came to say of which workflow it is, or somebody was faster to open it.
    if (!kept.success || this.#pages.has(kept.data.workflowPath)) panel.dispose();
    else this.#begin(kept.data.workflowPath, panel);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const page of this.#pages.values()) page.panel.dispose();
  }

  /** A workflow that moved takes its history along, into the tab where it was. */
  #follow(runs: readonly RunSummary[]): void {
    for (const page of this.#pages.values()) {
      const path = page.movedTo(runs);
      if (path === null) continue;
      const { viewColumn, active } = page.panel;
      page.panel.dispose();
      if (this.#pages.has(path)) continue;
      const place = { viewColumn: viewColumn ?? vscode.ViewColumn.Active, preserveFocus: !active };
      this.#begin(path, vscode.window.createWebviewPanel(historyViewType, '', place, {}));
    }
  }

  #begin(workflowPath: string, panel: vscode.WebviewPanel): void {
    const page = new HistoryPage(workflowPath, panel, this.#services);
    this.#pages.set(workflowPath, page);
    panel.onDidDispose(() => {
      this.#pages.delete(workflowPath);
      page.dispose();
    });
  }
}
