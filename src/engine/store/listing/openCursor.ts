/** Chooses how the runs that meet a filter are read. */
import type { RunFilter } from '../../../model/run/query';
import type { Store } from '../store';
import { allOf, type Condition } from './condition';
import { groupCursor, ScanCursor, textCursor, type Cursor, type ListedRun, type Order, type Reading } from './cursors';
import { groupsMeeting, holdsEveryGroup, sizeOf, type RunGroup } from './groups';
import { MergedCursor } from './mergedCursor';
import type { Span } from './span';
import { holdsText, isIndexed } from './texts';

/** Ways to read the same runs: group by group and merged, through the index of texts, or looking at each run. */
export type Way = 'groups' | 'texts' | 'scan';

export interface Question {
  readonly filter: RunFilter;
  readonly span: Span;
  readonly order: Order;
  /** About how many runs will be read. */
  readonly wanted: number;
}

/** Reads the runs of the span that meet the filter, in the way that costs least. */
export function openCursor(store: Store, question: Question): Cursor {
  const groups = groupsOf(store, question.filter);
  return cursorOf(store, question, groups, wayFor(store, question, groups));
}

/** All ways in which the question can be answered; each gives the same. */
export function cursorsOf(store: Store, question: Question): Map<Way, Cursor> {
  const groups = groupsOf(store, question.filter);
  const ways: Way[] = ['scan'];
  if (groups !== null) ways.push('groups');
  if (question.filter.text !== null && isIndexed(store, question.filter.text)) ways.push('texts');
  return new Map(ways.map((way) => [way, cursorOf(store, question, groups, way)]));
}

/** Null: the filter leaves none out. */
type Groups = readonly RunGroup[] | null;

function groupsOf(store: Store, filter: RunFilter): Groups {
  return holdsEveryGroup(filter) ? null : groupsMeeting(store, filter);
}

/** What ways cost, as multiples of looking at one run among many. */
const costs = { openGroup: 60, lookAtGroup: 3 };
/** Among so few runs a text is found faster by looking at each than by asking the index. */
const fewRuns = 5_000;
/** A group's cursor looks at all its runs at once when it finds none, which must not take long. */
const mostAtOnce = 20_000;

function wayFor(store: Store, { filter, span, wanted }: Question, groups: Groups): Way {
  const length = span.to - span.from;
  const size = groups === null ? length : Math.min(sizeOf(groups), length);
  if (filter.text !== null && filter.text !== '') {
    if (groups !== null && size <= fewRuns) return 'groups';
    if (isIndexed(store, filter.text)) return 'texts';
    return groups !== null && size <= mostAtOnce ? 'groups' : 'scan';
  }
  if (groups === null) return 'scan';
  // As if the runs were spread evenly.
  const looked = size === 0 ? length : Math.min(length, (wanted * length) / size);
  return groups.length * costs.openGroup < looked * costs.lookAtGroup ? 'groups' : 'scan';
}

function cursorOf(store: Store, { filter, span, order, wanted }: Question, groups: Groups, way: Way): Cursor {
  const residual = allOf([span.times, holdsText(filter.text)]);
  const reading: Reading = { store, span, order, residual, wanted };
  switch (way) {
    case 'groups': {
      const each = { ...reading, wanted: Math.ceil((2 * wanted) / Math.max(1, groups?.length ?? 1)) };
      return new MergedCursor(
        (groups ?? []).map(({ id }) => groupCursor(each, id)),
        order,
      );
    }
    case 'texts':
      return withGroups(textCursor(reading, filter.text ?? ''), groups);
    case 'scan':
      return new ScanCursor({ ...reading, residual: allOf([inGroups(groups), residual]) });
  }
}

function inGroups(groups: Groups): Condition | null {
  if (groups === null) return null;
  return {
    // The plus keeps SQLite to the order of the places: by the index of groups it would have to sort.
    sql: '+groupId IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(groups.map(({ id }) => id))],
  };
}

function withGroups(cursor: Cursor, groups: Groups): Cursor {
  if (groups === null) return cursor;
  const ids = new Set(groups.map(({ id }) => id));
  return { read: (): readonly ListedRun[] | null => cursor.read()?.filter(({ groupId }) => ids.has(groupId)) ?? null };
}
