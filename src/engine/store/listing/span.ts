/** A filter's times, and where the page before ended, as a span of places. */
import { encodeTime } from 'ulid';
import type { RunFilter } from '../../../model/run/query';
import type { Store } from '../store';
import type { Condition } from './condition';

export interface Span {
  /** The first place in it. */
  readonly from: number;
  /** The first place behind it. */
  readonly to: number;
  /** What runs in it have to meet besides; null when all of them meet the times. */
  readonly times: Condition | null;
}

type Times = Pick<RunFilter, 'createdFrom' | 'createdBefore'>;

/** Holds every run that meets the filter's times. */
export function spanOf(store: Store, { createdFrom, createdBefore }: Times): Span {
  const end = endOf(store);
  const from = createdFrom === null ? -Infinity : Date.parse(createdFrom);
  const before = createdBefore === null ? Infinity : Date.parse(createdBefore);
  // A time that cannot be read is met by no run.
  if (!(from < before)) return { from: end, to: end, times: null };
  // No run was created later than its id says, so none before the first id of that time meets it.
  const first = createdFrom === null ? 0 : firstPlaceFrom(store, from, end);
  const behind = createdBefore === null ? end : firstPlaceFrom(store, before, end);
  // Some were created earlier than their ids say, when the clock had gone back.
  const lastLate = store.prepare('SELECT max(createdAt) AS time FROM listedRuns WHERE isLate = 1').get()?.['time'];
  if (typeof lastLate !== 'number') return { from: first, to: behind, times: null };
  return {
    from: first,
    to: Math.max(behind, createdBefore === null ? end : behindLateRuns(store, before)),
    times: {
      sql: 'createdAt >= ? AND createdAt < ?',
      values: [Math.max(from, Number.MIN_SAFE_INTEGER), Math.min(before, Number.MAX_SAFE_INTEGER)],
    },
  };
}

/** What of the span comes after a run in the order, by its id or what it sorts by; the run may be deleted. */
export function spanAfter(store: Store, span: Span, runId: string, order: 'newest' | 'oldest'): Span {
  const place = firstPlace(store, order === 'newest' ? '>=' : '>', sortIdInStore(store, runId)) ?? Infinity;
  return order === 'newest'
    ? { ...span, to: Math.min(span.to, place) }
    : { ...span, from: Math.min(span.to, Math.max(span.from, place)) };
}

/** The first place of an id made at `time` or later; `end` when there is none. */
function firstPlaceFrom(store: Store, time: number, end: number): number {
  if (time <= 0) return 0;
  const latest = 2 ** 48 - 1;
  if (time > latest) return end;
  return firstPlace(store, '>=', encodeTime(time, 10)) ?? end;
}

/** The first place of a run that sorts like `sortId` or behind it, or only behind it; null when there is none. */
function firstPlace(store: Store, comparison: '>=' | '>', sortId: string): number | null {
  const row = store
    .prepare(
      `SELECT place FROM listedRuns WHERE ifnull(sortId, runId) ${comparison} ? ORDER BY ifnull(sortId, runId) LIMIT 1`,
    )
    .get(sortId);
  return row === undefined ? null : Number(row['place']);
}

/** What the run sorts by; what is no id of a run is given back. */
export function sortIdInStore(store: Store, runId: string): string {
  const row = store.prepare('SELECT ifnull(sortId, runId) AS sortId FROM listedRuns WHERE runId = ?').get(runId);
  return row === undefined ? runId : String(row['sortId']);
}

function behindLateRuns(store: Store, before: number): number {
  const row = store
    // The plus keeps SQLite to the index of late runs: for the highest place alone it would look at every run.
    .prepare('SELECT max(+place) AS place FROM listedRuns WHERE isLate = 1 AND createdAt < ?')
    .get(Math.min(before, Number.MAX_SAFE_INTEGER));
  return typeof row?.['place'] === 'number' ? row['place'] + 1 : 0;
}

function endOf(store: Store): number {
  return Number(store.prepare('SELECT max(place) AS place FROM listedRuns').get()?.['place'] ?? -1) + 1;
}
