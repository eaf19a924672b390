/** What a run may be called. */
import * as vscode from 'vscode';

const longest = 200;

/** Why the text cannot be a run's name, in a sentence; undefined when it can. Blanks around it do not count. */
export function nameProblem(text: string): string | undefined {
  const { length } = text.trim();
  if (length === 0) return vscode.l10n.t('Give the run a name, so that it can be found again.');
  if (length > longest) return vscode.l10n.t('A name has at most {0} characters; this one has {1}.', longest, length);
  return undefined;
}
