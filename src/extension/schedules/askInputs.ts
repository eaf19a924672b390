/** The step of the inputs: all of them in a list, each with what a run gets; one that is chosen can be given another value. */
import * as vscode from 'vscode';
import { inputProblem, isPath, valueOf, type InputDraft } from '../../model/run/inputDrafts';
import { plainText, quoted, shortened } from '../shownText';
import { absolutePath, choosePathFor } from '../runForm/inputPaths';
import type { ScheduleAnswers } from './scheduleAnswers';
import { answerOf, pickerAt, type StepPlace } from './steps';

interface InputItem extends vscode.QuickPickItem {
  /** Null: go on. */
  readonly draft: InputDraft | null;
}

const longestValue = 80;

/** @throws UserCancelled */
export async function askInputs(answers: ScheduleAnswers, place: StepPlace): Promise<ScheduleAnswers | 'back'> {
  let { drafts } = answers;
  for (;;) {
    const pick = pickerAt<InputItem>(place);
    pick.placeholder = vscode.l10n.t('The inputs that its runs get. Choose one to give it another value');
    pick.matchOnDescription = true;
    pick.items = [goOn(), ...drafts.map(itemOf)];
    const chosen = await answerOf(pick, (item) => item);
    if (chosen === 'back') return 'back';
    const { draft } = chosen;
    if (draft === null) return { ...answers, drafts };
    const given = await valueFor(draft, answers.folder);
    if (given === undefined) continue;
    drafts = drafts.map((other) => (other.input.name === draft.input.name ? { ...other, given } : other));
  }
}

function goOn(): InputItem {
  return { label: `$(arrow-right) ${vscode.l10n.t('Continue with these inputs')}`, draft: null, alwaysShow: true };
}

function itemOf(draft: InputDraft): InputItem {
  const value = valueOf(draft);
  const shown = value === null ? vscode.l10n.t('not set') : shortened(plainText(value), longestValue);
  const isDefault = draft.given === null && value !== null;
  return {
    label: plainText(draft.input.name),
    description: isDefault ? vscode.l10n.t('{0} (its default)', shown) : shown,
    detail: draft.input.type,
    draft,
  };
}

/** The value that is given; null: its default again; undefined: it stays as it is. */
async function valueFor(draft: InputDraft, folder: string): Promise<string | null | undefined> {
  const { input } = draft;
  const title = vscode.l10n.t('Value of {0}', quoted(input.name));
  const reset = draft.fallback === null ? vscode.l10n.t('Not set') : vscode.l10n.t('Its default');
  const other = isPath(input) ? vscode.l10n.t('Choose…') : vscode.l10n.t('Type a value…');
  const options = input.type === 'boolean' ? ['true', 'false'] : [other];
  const picked = await vscode.window.showQuickPick([...options, reset], { title });
  if (picked === undefined) return undefined;
  if (picked === reset) return null;
  if (input.type === 'boolean') return picked;
  if (input.type === 'file' || input.type === 'folder') {
    const now = valueOf(draft);
    const question = { input: input.name, kind: input.type, folder };
    const chosen = await choosePathFor({ ...question, now: now === null ? null : absolutePath(now, folder) });
    return chosen ?? undefined;
  }
  return vscode.window.showInputBox({
    title,
    value: valueOf(draft) ?? '',
    validateInput: (text) => inputProblem({ ...draft, given: text }) ?? undefined,
  });
}
