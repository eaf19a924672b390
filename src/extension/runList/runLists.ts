/** The pages of run lists: one for each scope, revealed when it is asked for again, brought back when the window is. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { listScopes, type ListScope } from '../../protocol/runList';
import { runListViewType } from '../ids';
import { RunListPage, type PageServices } from './runListPage';

/** What the page keeps of itself and VS Code gives back; the rest of it is the page's own. */
const keptState = z.object({ scope: z.enum(listScopes) });

export class RunLists implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #services: PageServices;
  readonly #pages = new Map<ListScope, RunListPage>();
  readonly #opened = new vscode.EventEmitter<RunListPage>();
  readonly #registration: vscode.Disposable;

  /** Fires when a page was made or brought back. */
  readonly onDidOpen = this.#opened.event;

  constructor(services: PageServices) {
    this.#services = services;
    this.#registration = vscode.window.registerWebviewPanelSerializer(runListViewType, this);
  }

  /** The open page of the scope. */
  page(scope: ListScope): RunListPage | undefined {
    return this.#pages.get(scope);
  }

  /** Shows the page of the scope, in the tab where it is if it is open. */
  open(scope: ListScope): void {
    const open = this.#pages.get(scope);
    if (open !== undefined) return open.panel.reveal();
    // The title is the page's, which knows its scope.
    const panel = vscode.window.createWebviewPanel(runListViewType, '', vscode.ViewColumn.Active, {});
    this.#begin(scope, panel);
  }

  /** Called by VS Code for a page that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptState.safeParse(state);
    const scope = kept.success ? kept.data.scope : 'workspace';
    // Somebody was faster to open it.
    if (this.#pages.has(scope)) panel.dispose();
    else this.#begin(scope, panel);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#opened.dispose();
    for (const page of this.#pages.values()) page.panel.dispose();
  }

  #begin(scope: ListScope, panel: vscode.WebviewPanel): void {
    const page = new RunListPage(scope, panel, this.#services);
    this.#pages.set(scope, page);
    panel.onDidDispose(() => {
      this.#pages.delete(scope);
      page.dispose();
    });
    this.#opened.fire(page);
  }
}
