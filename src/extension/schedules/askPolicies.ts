/** The last steps: what becomes of a time that was missed, and of one at which the run before still goes on. */
import * as vscode from 'vscode';
import { missedWords, overlapWords, type PolicyWords } from '../../model/schedule/policyWords';
import type { MissedPolicy, OverlapPolicy } from '../../model/schedule/schedule';
import type { ScheduleAnswers } from './scheduleAnswers';
import { answerOf, pickerAt, type StepPlace } from './steps';

/** @throws UserCancelled */
export async function askMissed(answers: ScheduleAnswers, place: StepPlace): Promise<ScheduleAnswers | 'back'> {
  const question = vscode.l10n.t('When a time is missed, since the machine was off, say?');
  const missed = await policy<MissedPolicy>(place, question, missedWords, ['once', 'skip'], answers.missed);
  return missed === 'back' ? 'back' : { ...answers, missed };
}

/** @throws UserCancelled */
export async function askOverlap(answers: ScheduleAnswers, place: StepPlace): Promise<ScheduleAnswers | 'back'> {
  const question = vscode.l10n.t('When the run before is still active?');
  const offered: readonly OverlapPolicy[] = ['skip', 'queue', 'stop'];
  const overlap = await policy<OverlapPolicy>(place, question, overlapWords, offered, answers.overlap);
  return overlap === 'back' ? 'back' : { ...answers, overlap };
}

async function policy<Policy extends string>(
  place: StepPlace,
  question: string,
  words: Readonly<Record<Policy, PolicyWords>>,
  offered: readonly Policy[],
  now: Policy,
): Promise<Policy | 'back'> {
  const pick = pickerAt<vscode.QuickPickItem & { readonly policy: Policy }>(place);
  pick.placeholder = question;
  pick.items = offered.map((one) => ({ ...words[one], policy: one }));
  pick.activeItems = pick.items.filter((item) => item.policy === now);
  return answerOf(pick, (item) => item.policy);
}
