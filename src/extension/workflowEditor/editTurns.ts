/** Edits of one document are made one after the other, in the order in which they were asked for. */
import type * as vscode from 'vscode';

const lastTurns = new WeakMap<vscode.TextDocument, Promise<unknown>>();

/** Does the action when all that was asked for before it on the document is done, well or not. */
export function inTurn<Result>(document: vscode.TextDocument, action: () => Promise<Result>): Promise<Result> {
  const before = lastTurns.get(document) ?? Promise.resolve();
  const turn = before.then(action);
  lastTurns.set(
    document,
    turn.catch(() => undefined),
  );
  return turn;
}
