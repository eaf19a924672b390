/** Delete: asks by the names of the runs, then deletes them with their files. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { deleteRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { quoted } from '../shownText';
import { UserCancelled } from './commandErrors';
import { onEachRun } from './onRuns';

/** Runs that the question names; the rest is counted. */
const runsNamed = 10;

/**
 * Deletes the runs after a question. `stay`: why others that were meant stay, a sentence each.
 * @throws UserCancelled, Refusal
 */
export async function deleteRuns(
  runs: readonly [RunSummary, ...RunSummary[]],
  stay: readonly string[],
  connection: EngineConnection,
): Promise<void> {
  await confirm(runs, stay);
  const outcome = (done: number, meant: number): string => vscode.l10n.t('Deleted {0} of {1} runs.', done, meant);
  await onEachRun({ runs, refused: [], outcome }, ({ id }) => connection.send(deleteRun, { runId: id }));
}

async function confirm(runs: readonly [RunSummary, ...RunSummary[]], stay: readonly string[]): Promise<void> {
  const isOne = runs.length === 1;
  const question = isOne
    ? vscode.l10n.t('Delete the run {0}?', quoted(runs[0].name))
    : vscode.l10n.t('Delete {0} runs?', runs.length);
  const consequence = isOne
    ? vscode.l10n.t('Its logs and outputs go with it. This cannot be undone.')
    : vscode.l10n.t('Their logs and outputs go with them. This cannot be undone.');
  const detail = [...(isOne ? [] : namesOf(runs)), consequence, ...limited(stay)].join('\n');
  const button = vscode.l10n.t('Delete');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (answer !== button) throw new UserCancelled();
}

function namesOf(runs: readonly RunSummary[]): readonly string[] {
  return limited(runs.map(({ name }) => quoted(name)));
}

function limited(lines: readonly string[]): readonly string[] {
  const rest = lines.length - runsNamed;
  return rest > 0 ? [...lines.slice(0, runsNamed), vscode.l10n.t('and {0} more', rest)] : lines;
}
