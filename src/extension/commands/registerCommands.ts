/** The one way a command gets into VS Code, and the one way its failure reaches the user. */
import * as vscode from 'vscode';
import type { CommandId } from '../ids';
import { sentenceOf } from '../sentence';
import { isExpected, nextStepsFor, UserCancelled } from './commandErrors';

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
        report(id, error, log);
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}

function report(id: string, error: unknown, log: vscode.LogOutputChannel): void {
  if (error instanceof UserCancelled) return;
  if (isExpected(error)) log.warn(`${id}: ${String(error)}`);
  else log.error(`${id}:`, error instanceof Error ? error : String(error));
  const steps = nextStepsFor(error);
  vscode.window.showErrorMessage(sentenceOf(error), ...steps.map(({ title }) => title)).then(
    (title) => {
      const step = steps.find((step) => step.title === title);
      return step && vscode.commands.executeCommand(step.command, ...step.parameters);
    },
    (failure: unknown) => log.error(`${id}: ${String(failure)}`),
  );
}
