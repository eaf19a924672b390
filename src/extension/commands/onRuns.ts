/** Asks the engine to do something to runs, which may have ended or been deleted since they were shown. */
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { engineErrors } from '../../protocol/engine';
import { sentenceOf } from '../sentence';
import { quoted } from '../shownText';
import { Refusal } from './commandErrors';

/** Requests that are on their way at once. */
const atOnce = 16;
/** Reasons that a message has room for. */
const reasonsShown = 3;

/** Runs of which it is told afterwards how many it was done to. */
export interface ManyRuns {
  readonly runs: readonly RunSummary[];
  /** Why it cannot be done to others that were meant too, a sentence each. */
  readonly refused: readonly string[];
  /** `Deleted 2 of 3 runs.` */
  readonly outcome: (done: number, meant: number) => string;
}

/**
 * Does something to one run.
 * @throws Refusal when it was deleted meanwhile; else what `action` throws
 */
export async function onRun<Result>(run: RunSummary, action: (run: RunSummary) => Promise<Result>): Promise<Result> {
  try {
    return await action(run);
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== engineErrors.unknownRun) throw error;
    throw new Refusal(vscode.l10n.t('{0} was deleted meanwhile, so nothing was done to it.', quoted(run.name)));
  }
}

/**
 * Does something to each run. When it could not be done to all of them, says to how many it was, and why not to the others.
 * @throws what the action throws when it was done to none
 */
export async function onEachRun(many: ManyRuns, action: (run: RunSummary) => Promise<unknown>): Promise<void> {
  const reasons: string[] = [];
  let firstFailure: unknown;
  const waiting = [...many.runs];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, atOnce).map((run) => onRun(run, action));
    for (const result of await Promise.allSettled(batch)) {
      if (result.status === 'fulfilled') continue;
      const reason: unknown = result.reason;
      firstFailure ??= reason;
      reasons.push(sentenceOf(reason));
    }
  }
  const done = many.runs.length - reasons.length;
  reasons.push(...many.refused);
  if (reasons.length === 0) return;
  if (done === 0 && reasons.length === 1) throw firstFailure;
  const message = [many.outcome(done, many.runs.length + many.refused.length), inShort(reasons)].join(' ');
  if (done === 0) throw new Refusal(message);
  void vscode.window.showWarningMessage(message);
}

/** The first of several sentences, and how many there are more. */
export function inShort(sentences: readonly string[]): string {
  const shown = sentences.slice(0, reasonsShown).join(' ');
  const rest = sentences.length - reasonsShown;
  return rest > 0 ? vscode.l10n.t('{0} (and {1} more)', shown, rest) : shown;
}
