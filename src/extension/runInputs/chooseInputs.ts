/** The menu before a run: a row for each input with its value; Escape in a question comes back here. */
import * as vscode from 'vscode';
import { differsFromLast, givenValues, valueOf, type InputDraft } from '../../model/run/inputDrafts';
import { UserCancelled } from '../commands/commandErrors';
import { plainText } from '../shownText';
import { askForValue } from './askForValue';

interface InputRow extends vscode.QuickPickItem {
  /** Null: the run is started. */
  readonly draft: InputDraft | null;
}

/**
 * Lets the user look through the values and change them one after the other.
 * @param folder where files are looked for first
 * @returns the values to start the run with, paths absolute
 * @throws UserCancelled
 */
export async function chooseInputs(
  title: string,
  first: readonly InputDraft[],
  folder: vscode.Uri,
): Promise<Record<string, string>> {
  let drafts = first;
  for (;;) {
    const row = await vscode.window.showQuickPick(rowsFor(drafts), {
      title,
      placeHolder: vscode.l10n.t('Run, or choose an input to change its value'),
      matchOnDescription: true,
    });
    if (row === undefined) throw new UserCancelled();
    if (row.draft === null) return givenValues(drafts);
    const changed = await askForValue(row.draft, folder);
    if (changed !== undefined) drafts = drafts.map((draft) => (draft === row.draft ? changed : draft));
  }
}

function rowsFor(drafts: readonly InputDraft[]): InputRow[] {
  return [
    {
      label: vscode.l10n.t('Run'),
      description: differenceWords(drafts),
      iconPath: new vscode.ThemeIcon('play'),
      draft: null,
    },
    ...drafts.map((draft) => ({
      label: draft.input.name,
      description: plainText(valueOf(draft) ?? vscode.l10n.t('not set')),
      detail: detailOf(draft),
      iconPath: new vscode.ThemeIcon(differsFromLast(draft) ? 'circle-filled' : 'blank'),
      draft,
    })),
  ];
}

function differenceWords(drafts: readonly InputDraft[]): string {
  if (drafts.every(({ last }) => last === undefined)) return '';
  const count = drafts.filter(differsFromLast).length;
  if (count === 0) return vscode.l10n.t('with the inputs of the last run');
  return count === 1
    ? vscode.l10n.t('1 input differs from the last run')
    : vscode.l10n.t('{0} inputs differ from the last run', count);
}

function detailOf(draft: InputDraft): string {
  const parts = [
    draft.input.type,
    draft.given === null && draft.fallback !== null ? vscode.l10n.t('default') : null,
    differsFromLast(draft) ? vscode.l10n.t('last run: {0}', plainText(draft.last ?? vscode.l10n.t('not set'))) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
