/** Holds what the list shows: reads it when something else is chosen, and follows what happens to the runs, once a frame. */
import { narrowed, type ChosenFilters } from '../../../model/run/chosenFilters';
import { everyRun } from '../../../model/run/query';
import type { RunStatus } from '../../../model/run/status';
import type { ListOrder } from '../../../protocol/runList';
import { sentenceOf } from '../../sentence';
import type { ListSource } from './listSource';
import { firstState, type ListState } from './listState';
import { otherStatuses } from './partFilter';
import { createRowReader, pageSize, type RowReader } from './rowReader';
import { nextPart, visibleRuns, type ListView, type RunChanges } from './runRows';
import { createRunCounter } from './runCounter';

/** More rows than this are not read again at once, in rows. */
const mostReadAgain = 1000;

export interface ListClock {
  /** Calls back once, before the next paint. */
  readonly nextFrame: (apply: () => void) => void;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => Date;
}

export interface Choice {
  readonly filters: ChosenFilters;
  readonly order: ListOrder;
}

export interface ListStore {
  readonly current: () => ListState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the rows of what is chosen, at least so many; also when it was read before and may be out of date. */
  readonly read: (depth?: number) => void;
  readonly choose: (choice: Partial<Choice>) => void;
  /** Reads the next page, if there is one. */
  readonly readMore: () => void;
  readonly change: (changes: RunChanges) => void;
}

/** A store that has read nothing yet. */
export function createListStore(source: ListSource, clock: ListClock, first: ListState = firstState()): ListStore {
  let state = first;
  /** The reader whose rows are shown; a newer one takes its place when it has rows. */
  let shown: RowReader | null = null;
  let reading: RowReader | null = null;
  let pending: RunChanges[] = [];
  /** Goes up with each choice. */
  let choices = 0;
  /** Statuses that the engine has counted and this version does not know: its runs are asked for by status. */
  let others: readonly RunStatus[] = [];
  const listeners = new Set<() => void>();

  const show = (part: Partial<ListState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const view = (): ListView => ({ filter: narrowed(everyRun, state.filters, clock.now()), order: state.order });
  const counter = createRunCounter(source, clock.wait, (counted) => {
    show({ counted });
    const missed = otherStatuses(counted.counts.map(({ status }) => status)).filter((one) => !others.includes(one));
    if (missed.length === 0) return;
    others = [...others, ...missed];
    readAgain();
  });
  const count = (): void => counter.count({ ...view().filter, statuses: null });

  const begin = async (depth: number): Promise<void> => {
    reading?.cancel();
    const reader = createRowReader(source, view(), others);
    const choice = choices;
    reading = reader;
    count();
    try {
      await reader.readTo(Math.max(depth, 1));
      if (reading !== reader) return;
      shown?.cancel();
      shown = reader;
      show({ rows: reader.rows(), phase: { kind: 'ready' }, more: { kind: 'idle' }, choice });
    } catch (error) {
      if (reading === reader) show({ phase: { kind: 'failed', sentence: sentenceOf(error) } });
    } finally {
      if (reading === reader) reading = null;
    }
  };

  const readAgain = (depth = visibleRuns(state.rows).length): void =>
    void begin(Math.min(Math.max(depth, pageSize / 2), mostReadAgain));

  const flush = (): void => {
    const changes = pending;
    pending = [];
    for (const reader of new Set([shown, reading])) for (const one of changes) reader?.change(one);
    if (shown !== null && shown.rows() !== state.rows) show({ rows: shown.rows() });
    count();
  };

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: (depth) => {
      if (state.phase.kind === 'failed') show({ phase: { kind: 'loading' } });
      readAgain(depth);
    },
    choose: (choice) => {
      choices += 1;
      show({ ...choice, phase: { kind: 'loading' } });
      void begin(pageSize / 2);
    },
    readMore: () => {
      const reader = shown;
      if (reader === null || reading !== null || state.more.kind === 'loading' || nextPart(state.rows) === null) return;
      show({ more: { kind: 'loading' } });
      reader.readTo(visibleRuns(state.rows).length + 1).then(
        () => reader === shown && show({ rows: reader.rows(), more: { kind: 'idle' } }),
        (error: unknown) => reader === shown && show({ more: { kind: 'failed', sentence: sentenceOf(error) } }),
      );
    },
    change: (changes) => {
      pending.push(changes);
      if (pending.length === 1) clock.nextFrame(flush);
    },
  };
}
