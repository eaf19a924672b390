/** The one way a failure reaches the user, and the log. */
import * as vscode from 'vscode';
import { sentenceOf } from '../sentence';
import { isExpected, nextStepsFor, UserCancelled } from './commandErrors';

/** Tells what went wrong in `what` (a command, a link) and offers what can be done about it; says nothing of a change of mind. */
export function reportFailure(what: string, error: unknown, log: vscode.LogOutputChannel): void {
  if (error instanceof UserCancelled) return;
  if (isExpected(error)) log.warn(`${what}: ${String(error)}`);
  else log.error(`${what}:`, error instanceof Error ? error : String(error));
  const steps = nextStepsFor(error);
  vscode.window.showErrorMessage(sentenceOf(error), ...steps.map(({ title }) => title)).then(
    (title) => {
      const step = steps.find((step) => step.title === title);
      return step && vscode.commands.executeCommand(step.command, ...step.parameters);
    },
    (failure: unknown) => log.error(`${what}: ${String(failure)}`),
  );
}
