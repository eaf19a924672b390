/** The first step: when. Ready choices; a time or a cron expression that is typed is told in words with its next times. */
import * as vscode from 'vscode';
import type { ScheduleTiming } from '../../model/schedule/schedule';
import { plainText } from '../shownText';
import { chooseTimeZone } from './chooseTimeZone';
import { timings } from './loadTimings';
import type { ScheduleAnswers } from './scheduleAnswers';
import { answerOf, pickerAt, type StepPlace } from './steps';
import { hereTimeZone, timeOfTiming } from '../../model/schedule/timeOfTiming';

const timesShown = 5;

type Choice =
  /** What is typed, or would be. */
  | { readonly kind: 'typed'; readonly text: string }
  /** Something to begin typing with. */
  | { readonly kind: 'example'; readonly text: string; readonly hint: string }
  | { readonly kind: 'keep'; readonly timing: ScheduleTiming }
  | { readonly kind: 'timeZone' }
  /** It says what is wrong, and cannot be chosen. */
  | { readonly kind: 'problem' };

interface WhenItem extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/** @throws UserCancelled */
export async function askWhen(answers: ScheduleAnswers, place: StepPlace): Promise<ScheduleAnswers | 'back'> {
  let { timeZone } = answers;
  let text = answers.typed;
  for (;;) {
    const answer = await ask({ ...answers, timeZone, typed: text }, place);
    if (answer === 'back' || 'timing' in answer) return answer;
    text = answer.text;
    timeZone = await chooseTimeZone(timeZone);
  }
}

/** The answers, or what was typed when another time zone is asked for. */
async function ask(
  answers: ScheduleAnswers,
  place: StepPlace,
): Promise<ScheduleAnswers | { readonly text: string } | 'back'> {
  const { timeZone } = answers;
  const pick = pickerAt<WhenItem>(place);
  const search = vscode.l10n.t('When? Choose, or type a time or a cron expression');
  pick.placeholder = search;
  const draw = (): void => {
    pick.items = itemsFor(pick.value, answers);
    const [first] = pick.items;
    if (first !== undefined) pick.activeItems = [first];
  };
  pick.onDidChangeValue(draw);
  pick.value = answers.typed;
  draw();
  return answerOf(pick, ({ choice }) => {
    switch (choice.kind) {
      case 'typed': {
        // Once more: `in 5 min` counts from the choice.
        const read = timings().typedTiming(choice.text, timeZone, new Date());
        if (read?.kind === 'timing') return { ...answers, timing: read.timing, typed: choice.text };
        draw();
        return null;
      }
      case 'example':
        pick.value = choice.text;
        pick.placeholder = choice.hint;
        draw();
        return null;
      case 'keep':
        return { ...answers, timing: choice.timing, typed: '' };
      case 'timeZone':
        return { text: pick.value };
      case 'problem':
        return null;
    }
  });
}

function itemsFor(text: string, answers: ScheduleAnswers): WhenItem[] {
  const { timeZone } = answers;
  const zone: WhenItem = {
    label: `$(globe) ${vscode.l10n.t('Time zone: {0}', timeZone)}`,
    description: vscode.l10n.t('choose another'),
    choice: { kind: 'timeZone' },
    alwaysShow: true,
  };
  const typed = timings().typedTiming(text, timeZone, new Date());
  switch (typed?.kind) {
    case undefined:
      return [...choices(answers), zone];
    case 'problem':
      return [...problemRows(typed.sentence), zone];
    case 'timing':
      return [...preview(text, typed.timing, timeZone), zone];
  }
}

/** A row below another one. Its text is no label: a picker moves up the rows whose labels hold what was typed. */
const below = '$(blank) ';

/** In rows of their own: a picker cuts off what is longer than a row. */
function problemRows(sentence: string): WhenItem[] {
  const choice = { kind: 'problem' } as const;
  const lines = plainText(sentence).match(/.{1,76}(?:\s|$)/g) ?? [sentence];
  return [
    { label: `$(error) ${vscode.l10n.t('This is no schedule')}`, choice, alwaysShow: true },
    ...lines.map((line) => ({ label: below, description: line.trim(), choice, alwaysShow: true })),
  ];
}

/** The words, and below them the next times; choosing any of them is choosing the timing. */
function preview(text: string, timing: ScheduleTiming, timeZone: string): WhenItem[] {
  const times = timings().nextTimes(timing, new Date(), timesShown);
  const choice = { kind: 'typed', text } as const;
  const label = timing.kind === 'once' ? vscode.l10n.t('once') : timings().timingWords(timing, timing.timeZone);
  const when =
    times.length === 1
      ? vscode.l10n.t('at this time ({0}):', timeZone)
      : vscode.l10n.t('next {0} times ({1}):', times.length, timeZone);
  return [
    { label: `$(calendar) ${capitalised(plainText(label))}`, description: when, choice, alwaysShow: true },
    ...times.map((time) => ({
      label: below,
      description: timeOfTiming(time, timing, timeZone),
      choice,
      alwaysShow: true,
    })),
  ];
}

function choices({ timeZone, before }: ScheduleAnswers): WhenItem[] {
  const ready = (label: string, text: string): WhenItem => ({
    label: `$(calendar) ${label}`,
    description: nextOf(text, timeZone),
    choice: { kind: 'typed', text },
  });
  const kept: WhenItem[] =
    before === null
      ? []
      : [
          {
            label: `$(check) ${vscode.l10n.t('As it is')}`,
            description: timings().timingWords(before, hereTimeZone()),
            choice: { kind: 'keep', timing: before },
          },
        ];
  return [
    ...kept,
    ready(vscode.l10n.t('In 1 hour'), 'in 1 h'),
    ready(vscode.l10n.t('Tonight at 02:00'), '02:00'),
    ready(vscode.l10n.t('Every hour'), '0 * * * *'),
    ready(vscode.l10n.t('Every day at 02:00'), '0 2 * * *'),
    ready(vscode.l10n.t('Weekdays at 08:00'), '0 8 * * 1-5'),
    ready(vscode.l10n.t('Every Monday at 08:00'), '0 8 * * 1'),
    {
      label: `$(clock) ${vscode.l10n.t('At a time…')}`,
      description: vscode.l10n.t('type 14:30, tomorrow 02:00, in 20 min or 2027-01-31 02:30'),
      choice: {
        kind: 'example',
        text: timings().timingAsTyped({ kind: 'once', at: tomorrow() }, timeZone).slice(0, 16),
        hint: vscode.l10n.t('14:30, tomorrow 02:00, in 20 min or 2027-01-31 02:30'),
      },
    },
    {
      label: `$(symbol-numeric) ${vscode.l10n.t('Cron…')}`,
      description: vscode.l10n.t('type minute, hour, day of the month, month, day of the week'),
      choice: {
        kind: 'example',
        text: before?.kind === 'cron' ? before.expression : '30 2 * * 1-5',
        hint: vscode.l10n.t('Minute, hour, day of the month, month, day of the week: 30 2 * * 1-5'),
      },
    },
  ];
}

function nextOf(text: string, timeZone: string): string {
  const now = new Date();
  const read = timings().typedTiming(text, timeZone, now);
  const [next] = read?.kind === 'timing' ? timings().nextTimes(read.timing, now, 1) : [];
  return next === undefined || read?.kind !== 'timing' ? '' : timeOfTiming(next, read.timing, timeZone);
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
