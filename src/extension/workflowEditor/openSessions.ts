/** The editors that are open, one for each document. */
import * as vscode from 'vscode';
import type { EditorSession } from './editorSession';

/** An editor that was asked for and did not come up within this many milliseconds is given up. */
const patience = 20_000;

export class OpenSessions {
  readonly #sessions = new Map<string, EditorSession>();
  readonly #opened = new vscode.EventEmitter<EditorSession>();
  readonly #changed = new vscode.EventEmitter<void>();

  /** Fires when an editor opened or closed. */
  readonly onDidChange = this.#changed.event;

  of(document: vscode.Uri): EditorSession | undefined {
    return this.#sessions.get(document.toString());
  }

  all(): readonly EditorSession[] {
    return [...this.#sessions.values()];
  }

  add(session: EditorSession): void {
    this.#sessions.set(session.document.uri.toString(), session);
    this.#opened.fire(session);
    this.#changed.fire();
  }

  remove(session: EditorSession): void {
    const key = session.document.uri.toString();
    if (this.#sessions.get(key) === session) this.#sessions.delete(key);
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
    for (const session of this.#sessions.values()) session.dispose();
    this.#opened.dispose();
    this.#changed.dispose();
  }
}
