/** Chooses how the runs that meet a filter are read. */
import type { RunFilter } from '../../../model/run/query';
import type { Store } from '../store';
import { allOf, type Condition } from './condition';
import { groupCursor, ScanCursor, textCursor, type Cursor, type ListedRun, type Order } from './cursors';
import { groupsMeeting, holdsEveryGroup, sizeOf, type RunGroup } from './groups';
import { MergedCursor } from './mergedCursor';
import type { Span } from './span';
import { holdsText, isIndexed } from './texts';

/** What reading costs, as multiples of looking at one row of `listedRuns` among many. */
const costs = { openGroup: 60, residual: 3 };
/** Among so few runs a text is found faster by looking at each. */
const fewRuns = 5_000;
/** A group's cursor looks at all of them at once, which must not take long. */
const mostAtOnce = 20_000;

/** Reads the runs of `span` that meet the filter. @param wanted about how many will be read */
export function openCursor(store: Store, filter: RunFilter, span: Span, order: Order, wanted: number): Cursor {
  const isEvery = holdsEveryGroup(filter);
  const groups = isEvery ? [] : groupsMeeting(store, filter);
  if (!isEvery && groups.length === 0) return new MergedCursor([], order);
  const length = span.to - span.from;
  const size = isEvery ? length : Math.min(sizeOf(groups), length);
  const text = filter.text === '' ? null : filter.text;
  const residual = allOf([span.times, holdsText(text)]);

  const merged = (): Cursor =>
    new MergedCursor(
      groups.map((group) => groupCursor(store, group.id, residual, span, order)),
      order,
    );
  if (text !== null) {
    if (!isEvery && size <= fewRuns) return merged();
    if (isIndexed(store, text)) return withGroups(textCursor(store, text, span, order), isEvery ? null : groups);
    if (!isEvery && size <= mostAtOnce) return merged();
  } else if (!isEvery) {
    const looked = size === 0 ? length : Math.min(length, (wanted * length) / size);
    if (groups.length * costs.openGroup < looked * costs.residual) return merged();
  }
  return new ScanCursor(store, allOf([isEvery ? null : inGroups(groups), residual]), span, order);
}

function inGroups(groups: readonly RunGroup[]): Condition {
  return {
    sql: 'groupId IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(groups.map(({ id }) => id))],
  };
}

/** Leaves out runs of other groups. @param groups null: of none */
function withGroups(cursor: Cursor, groups: readonly RunGroup[] | null): Cursor {
  if (groups === null) return cursor;
  const ids = new Set(groups.map(({ id }) => id));
  return { read: (): readonly ListedRun[] | null => cursor.read()?.filter(({ groupId }) => ids.has(groupId)) ?? null };
}
