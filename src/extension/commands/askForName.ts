/** Asks for the new name of a run. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { quoted } from '../shownText';
import { UserCancelled } from './commandErrors';
import { longestName, nameProblem } from './runName';

/** The name that the user gives, without blanks around it. @throws UserCancelled */
export async function askForName(run: RunSummary): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Run'),
    prompt: vscode.l10n.t('A name for run {0} of {1}', run.number, quoted(run.workflow.name)),
    value: run.name,
    validateInput: problemSentence,
  });
  if (name === undefined) throw new UserCancelled();
  return name.trim();
}

function problemSentence(text: string): string | undefined {
  switch (nameProblem(text)) {
    case 'empty':
      return vscode.l10n.t('Give the run a name, so that it can be found again.');
    case 'tooLong':
      return vscode.l10n.t('A name has at most {0} characters; this one has {1}.', longestName, text.trim().length);
    case null:
      return undefined;
  }
}
