/** The steps that make or change a schedule, and what they are filled in with. */
import path from 'node:path';
import { draftsFrom, givenValues, withChosen } from '../../model/run/inputDrafts';
import type { Schedule, ScheduleSettings } from '../../model/schedule/schedule';
import type { WorkflowInput } from '../../model/workflow/workflow';
import { askInputs } from './askInputs';
import { askMissed, askOverlap } from './askPolicies';
import { askWhen } from './askWhen';
import type { ScheduleAnswers } from './scheduleAnswers';
import { askInSteps, type Step } from './steps';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';

export interface ScheduleQuestion {
  readonly title: string;
  /** Absolute path of the workflow. */
  readonly workflowPath: string;
  readonly inputs: readonly WorkflowInput[];
  /** The schedule that is changed; null for a new one. */
  readonly before: Schedule | null;
}

/** The settings that a person chose. @throws UserCancelled */
export async function askForSchedule({
  title,
  workflowPath,
  inputs,
  before,
}: ScheduleQuestion): Promise<ScheduleSettings> {
  const folder = path.dirname(workflowPath);
  const drafts = draftsFrom(inputs, null, (relative) => path.resolve(folder, relative));
  const begin: ScheduleAnswers = {
    timing: before?.timing ?? null,
    typed: '',
    timeZone: before?.timing.kind === 'cron' ? before.timing.timeZone : hereTimeZone(),
    before: before?.timing ?? null,
    drafts: withChosen(drafts, before?.inputs ?? {}),
    folder,
    missed: before?.missed ?? 'once',
    overlap: before?.overlap ?? 'skip',
  };
  const { timing, ...answers } = await askInSteps(title, begin, stepsFor);
  if (timing === null) throw new Error('The first step was left without an answer');
  return {
    timing,
    missed: answers.missed,
    overlap: answers.overlap,
    inputs: givenValues(answers.drafts),
    name: before?.name ?? null,
    fleet: before?.fleet ?? null,
  };
}

function stepsFor({ timing, drafts }: ScheduleAnswers): readonly Step<ScheduleAnswers>[] {
  const inputs = drafts.length > 0 ? [askInputs] : [];
  // One time has no run before it.
  const overlap = timing?.kind === 'once' ? [] : [askOverlap];
  return [askWhen, ...inputs, askMissed, ...overlap];
}
