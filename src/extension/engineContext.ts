/** Tells the views' welcome texts and title buttons how the engine is. */
import * as vscode from 'vscode';
import type { EngineConnection } from './engineConnection';
import { contextKeys } from './ids';

/** Keeps the context keys of the engine true. */
export function showEngineState(connection: EngineConnection): vscode.Disposable {
  return connection.onDidChangeState(({ kind }) => {
    if (kind === 'ready') void vscode.commands.executeCommand('setContext', contextKeys.engineReady, true);
    void vscode.commands.executeCommand('setContext', contextKeys.engineUnavailable, kind === 'unavailable');
  });
}
