/** What the steps of a schedule have been answered with so far. */
import type { InputDraft } from '../../model/run/inputDrafts';
import type { MissedPolicy, OverlapPolicy, ScheduleTiming } from '../../model/schedule/schedule';

export interface ScheduleAnswers {
  /** Null until the first step is answered. */
  readonly timing: ScheduleTiming | null;
  /** What was typed for it, to be typed on after going back. */
  readonly typed: string;
  readonly timeZone: string;
  /** Of the schedule that is changed; null for a new one. */
  readonly before: ScheduleTiming | null;
  readonly drafts: readonly InputDraft[];
  /** Folder that relative paths of inputs begin from. */
  readonly folder: string;
  readonly missed: MissedPolicy;
  readonly overlap: OverlapPolicy;
}
