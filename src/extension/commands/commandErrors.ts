/** How a command ends that did not do what it says. */
import * as vscode from 'vscode';
import { ResponseError } from 'vscode-jsonrpc';
import { EngineUnavailableError } from '../../engine/client/client';
import { engineErrors } from '../../protocol/engine';
import { commandIds } from '../ids';

/** A button of a notification. */
export interface NextStep {
  readonly title: string;
  readonly command: string;
  readonly parameters: readonly unknown[];
}

/** The user changed their mind; nothing is said. */
export class UserCancelled extends Error {}

/** The command cannot be done now: why, in a sentence, and what to do about it. */
export class Refusal extends Error {
  readonly nextSteps: readonly NextStep[];

  constructor(message: string, nextSteps: readonly NextStep[] = []) {
    super(message);
    this.nextSteps = nextSteps;
  }
}

const showLog: NextStep = {
  title: vscode.l10n.t('Show Engine Log'),
  command: commandIds.showEngineLog,
  parameters: [],
};
const retry: NextStep = { title: vscode.l10n.t('Retry'), command: commandIds.retryEngine, parameters: [] };
const showProblems: NextStep = {
  title: vscode.l10n.t('Show Problems'),
  command: 'workbench.actions.view.problems',
  parameters: [],
};

/** The steps a notification about the error offers. */
export function nextStepsFor(error: unknown): readonly NextStep[] {
  if (error instanceof Refusal) return error.nextSteps;
  if (error instanceof EngineUnavailableError) return [retry, showLog];
  if (!(error instanceof ResponseError)) return [showLog];
  if (error.code === engineErrors.invalidWorkflow) return [showProblems];
  const isOurs = Object.values<number>(engineErrors).includes(error.code);
  return isOurs ? [] : [showLog];
}

/** True for what the user caused and can mend, as against a fault of ours that belongs into the log with its stack. */
export function isExpected(error: unknown): boolean {
  const expected = [Refusal, EngineUnavailableError, ResponseError];
  return expected.some((kind) => error instanceof kind);
}
