/** The pages of comparisons: one for each pair, revealed when it is asked for again, brought back when the window is. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { comparedSides, type ComparedSides, type SideChoice } from '../../protocol/compare';
import { compareViewType } from '../ids';
import { ComparePage, type ComparePageServices } from './comparePage';

/** What the page keeps of itself and VS Code gives back; the rest of it is the page's own. */
const keptState = z.object({ sides: comparedSides });

export class ComparePages implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #services: ComparePageServices;
  readonly #pages = new Set<ComparePage>();
  readonly #registration: vscode.Disposable;

  constructor(services: ComparePageServices) {
    this.#services = services;
    this.#registration = vscode.window.registerWebviewPanelSerializer(compareViewType, this);
  }

  /** The open page of a pair, in this order. */
  page(sides: ComparedSides): ComparePage | undefined {
    return [...this.#pages].find(({ comparison }) => keyOf(comparison.sides) === keyOf(sides));
  }

  /** Shows the comparison, in the tab where it is if it is open. */
  open(sides: ComparedSides): void {
    const open = this.page(sides);
    if (open !== undefined) return open.panel.reveal();
    const panel = vscode.window.createWebviewPanel(compareViewType, '', vscode.ViewColumn.Active, {});
    this.#begin(sides, panel);
  }

  /** Called by VS Code for a page that was open when the window was closed. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = keptState.safeParse(state);
    // Nobody knows what it compared, or somebody was faster to open it.
    if (!kept.success || this.page(kept.data.sides) !== undefined) panel.dispose();
    else this.#begin(kept.data.sides, panel);
  }

  dispose(): void {
    this.#registration.dispose();
    for (const page of this.#pages) page.panel.dispose();
  }

  #begin(sides: ComparedSides, panel: vscode.WebviewPanel): void {
    const page = new ComparePage(sides, panel, this.#services);
    this.#pages.add(page);
    panel.onDidDispose(() => {
      this.#pages.delete(page);
      page.dispose();
    });
  }
}

function keyOf({ left, right }: ComparedSides): string {
  return JSON.stringify([sideKey(left), sideKey(right)]);
}

function sideKey(side: SideChoice): string {
  return side.kind === 'live' ? `live ${side.path}` : `run ${side.runId}`;
}
