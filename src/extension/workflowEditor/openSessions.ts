/** The editors that are open: one for each document, and one more for each time that it was split. */
import * as vscode from 'vscode';
import type { EditorSession } from './editorSession';

/** An editor that was asked for and did not come up within this many milliseconds is given up. */
const patience = 20_000;

export class OpenSessions {
  readonly #sessions = new Set<EditorSession>();
  readonly #opened = new vscode.EventEmitter<EditorSession>();
  readonly #changed = new vscode.EventEmitter<void>();

  /** Fires when an editor opened or closed. */
  readonly onDidChange = this.#changed.event;

  /** The editor of the document: of several the one in front. */
  of(document: vscode.Uri): EditorSession | undefined {
    const open = this.allOf(document);
    return open.find(({ panel }) => panel.active) ?? open.at(-1);
  }

  /** Every editor of the document. */
  allOf(document: vscode.Uri): readonly EditorSession[] {
    const address = document.toString();
    return this.all().filter((session) => session.document.uri.toString() === address);
  }

  all(): readonly EditorSession[] {
    return [...this.#sessions];
  }

  add(session: EditorSession): void {
    this.#sessions.add(session);
    this.#opened.fire(session);
    this.#changed.fire();
  }

  remove(session: EditorSession): void {
    this.#sessions.delete(session);
    this.#changed.fire();
  }

  /** The editor of the document, as soon as it is open; undefined when it does not come up. */
  whenOpen(document: vscode.Uri): Promise<EditorSession | undefined> {
    const open = this.of(document);
    if (open !== undefined) return Promise.resolve(open);
    return new Promise((resolve) => {
      const finish = (session: EditorSession | undefined): void => {
        clearTimeout(timer);
        subscription.dispose();
        resolve(session);
      };
      const timer = setTimeout(() => finish(undefined), patience);
      const subscription = this.#opened.event((session) => {
        if (session.document.uri.toString() === document.toString()) finish(session);
      });
    });
  }

  dispose(): void {
    for (const session of this.#sessions) session.dispose();
    this.#opened.dispose();
    this.#changed.dispose();
  }
}
