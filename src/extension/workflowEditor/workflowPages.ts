/** Tabs that are about one workflow without being its editor: its history, a comparison of its runs, the form of its inputs. */
import * as vscode from 'vscode';

export class WorkflowPages implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #front: { readonly panel: vscode.WebviewPanel; readonly workflowPath: () => string | null } | undefined;

  /** Fires when another page came to the front, or when there is none there any more. */
  readonly onDidChange = this.#changed.event;

  /** Absolute path of the workflow that the page in front is about; undefined when none is, or when it is not known yet. */
  front(): string | undefined {
    return this.#front?.workflowPath() ?? undefined;
  }

  /** Heeds a page until it is closed. */
  heed(panel: vscode.WebviewPanel, workflowPath: () => string | null): void {
    const note = (): void => {
      if (panel.active) this.#front = { panel, workflowPath };
      else if (this.#front?.panel === panel) this.#front = undefined;
      else return;
      this.#changed.fire();
    };
    panel.onDidChangeViewState(note);
    panel.onDidDispose(() => {
      if (this.#front?.panel !== panel) return;
      this.#front = undefined;
      this.#changed.fire();
    });
    note();
  }

  /** The page learned which workflow it is about, or is about another one now. */
  noteChange(panel: vscode.WebviewPanel): void {
    if (this.#front?.panel === panel) this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
