/** The one way a command gets into VS Code, and the one way its failure reaches the user. */
import * as vscode from 'vscode';
import type { CommandId } from '../ids';
import { reportFailure } from './reportFailure';

/** Anybody can call a command with anything, so a handler takes what it gets as unknown. */
export type CommandHandler = (...parameters: readonly unknown[]) => Promise<void>;
export type CommandHandlers = Readonly<Record<CommandId, CommandHandler>>;

/** Registers every command of the extension; forgetting one does not compile. */
export function registerCommands(handlers: CommandHandlers, log: vscode.LogOutputChannel): vscode.Disposable {
  const registered = Object.entries(handlers).map(([id, handler]) =>
    vscode.commands.registerCommand(id, async (...parameters: unknown[]) => {
      try {
        await handler(...parameters);
      } catch (error) {
        reportFailure(id, error, log);
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}
