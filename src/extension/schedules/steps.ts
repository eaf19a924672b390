/** Steps of a question: each knows where it stands, leads back to the one before, and keeps what was answered. */
import * as vscode from 'vscode';
import { UserCancelled } from '../commands/commandErrors';

/** Where a step stands, for its title. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** Asks for one thing: the answers with it, or that the person wants back. @throws UserCancelled */
export type Step<Answers> = (answers: Answers, place: StepPlace) => Promise<Answers | 'back'>;

/**
 * Asks step by step. `stepsFor` says which steps there are, since an answer may make others needless.
 * @throws UserCancelled
 */
export async function askInSteps<Answers>(
  title: string,
  begin: Answers,
  stepsFor: (answers: Answers) => readonly Step<Answers>[],
): Promise<Answers> {
  let answers = begin;
  let at = 0;
  for (;;) {
    const steps = stepsFor(answers);
    const step = steps[at];
    if (step === undefined) return answers;
    const answered = await step(answers, { title, step: at + 1, totalSteps: steps.length });
    if (answered === 'back') at -= 1;
    else {
      answers = answered;
      at += 1;
    }
  }
}

/** A picker at its place, with the way back. */
export function pickerAt<Item extends vscode.QuickPickItem>(place: StepPlace): vscode.QuickPick<Item> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = place.title;
  pick.step = place.step;
  pick.totalSteps = place.totalSteps;
  pick.buttons = place.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return pick;
}

/** What `accept` makes of the picked item; null keeps the picker open. @throws UserCancelled when it is left */
export function answerOf<Item extends vscode.QuickPickItem, Answer>(
  pick: vscode.QuickPick<Item>,
  accept: (item: Item) => Answer | null,
): Promise<Answer | 'back'> {
  const answered = new Promise<Answer | 'back'>((resolve, reject) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      const answer = item === undefined ? null : accept(item);
      if (answer !== null) resolve(answer);
    });
    pick.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && resolve('back'));
    pick.onDidHide(() => reject(new UserCancelled()));
    pick.show();
  });
  return answered.finally(() => pick.dispose());
}
