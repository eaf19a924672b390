/** A schedule: at which times a workflow is run by itself, and how. Plain data; times are ISO 8601 in UTC. */
import type { RunWorkflow } from '../run/run';

export type ScheduleTiming =
  | { readonly kind: 'once'; readonly at: string }
  /** Five fields, read in an IANA time zone. */
  | { readonly kind: 'cron'; readonly expression: string; readonly timeZone: string };

/** What becomes of a time at which no engine led, since the machine was off, say: run once for all such times, or left out. */
export type MissedPolicy = 'once' | 'skip';

/** While the run before is still active: leave this time out, wait for its end, or stop it. */
export type OverlapPolicy = 'skip' | 'queue' | 'stop';

/** What a person decides of a schedule. */
export interface ScheduleSettings {
  readonly timing: ScheduleTiming;
  readonly missed: MissedPolicy;
  readonly overlap: OverlapPolicy;
  /** Values of workflow inputs by name; a path is absolute. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of its runs; null: named after the workflow and their number. */
  readonly name: string | null;
  /** Null: the workflow's own. */
  readonly fleet: string | null;
}

export interface Schedule extends ScheduleSettings {
  /** ULID. */
  readonly id: string;
  readonly workflow: RunWorkflow;
  readonly author: string;
  readonly createdAt: string;
  readonly isPaused: boolean;
  /** Null: it is paused, or has nothing more to do. */
  readonly nextAt: string | null;
  /** The Scheduled run that waits for `nextAt`. */
  readonly runId: string | null;
  /** The run that it started last. */
  readonly lastRunId: string | null;
  /** What became of the last time when there is something to say: missed, left out, file gone. */
  readonly note: string | null;
}
