/** Holds the runs that are shown: read as a whole, continued with older ones, and kept true run by run. */
import { noHistory, withChanges, withOlder, type WorkflowHistory } from '../../../model/history/history';
import type { HistoryChanged, HistoryPlace } from '../../../protocol/history';
import { sentenceOf } from '../../sentence';

export interface HistorySource {
  /** The last runs, or those up to one. @throws Error with the host's sentence. */
  readonly read: (limit: number, upTo: string | null) => Promise<WorkflowHistory>;
}

export type HistoryPhase =
  { readonly kind: 'loading' } | { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly sentence: string };

export interface HistoryState {
  /** Null until the host has said it. */
  readonly place: HistoryPlace | null;
  readonly phase: HistoryPhase;
  readonly history: WorkflowHistory;
  readonly more: 'idle' | 'loading';
}

export interface HistoryStore {
  readonly current: () => HistoryState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setPlace: (place: HistoryPlace) => void;
  /** Reads the runs anew, as many as are shown, and at least one page or `depth`. */
  readonly read: (depth?: number) => Promise<void>;
  readonly readMore: () => Promise<void>;
  /** Brings the runs named up to date. */
  readonly change: (event: HistoryChanged) => Promise<void>;
}

/** Runs of the first page, and that each further page adds. */
const pageRuns = 50;
/** More runs side by side help nobody, and the engine gives no more at once. */
export const mostRuns = 200;
/** Of more changed runs at once all are read again. */
const mostChanged = 10;

/** A store that has read nothing yet; `report` is told what could not be read later on. */
export function createHistoryStore(source: HistorySource, report: (sentence: string) => void): HistoryStore {
  let state: HistoryState = { place: null, phase: { kind: 'loading' }, history: noHistory, more: 'idle' };
  /** Goes up with each reading of the whole: what was asked before it is dropped. */
  let readings = 0;
  const listeners = new Set<() => void>();
  const show = (part: Partial<HistoryState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const read = async (depth = 0): Promise<void> => {
    const reading = (readings += 1);
    const limit = Math.min(mostRuns, Math.max(pageRuns, state.history.runs.length, depth));
    try {
      const history = await source.read(limit, null);
      if (reading === readings) show({ phase: { kind: 'ready' }, history, more: 'idle' });
    } catch (error) {
      if (reading === readings) show({ phase: { kind: 'failed', sentence: sentenceOf(error) }, more: 'idle' });
    }
  };

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setPlace: (place) => show({ place }),
    read,
    readMore: async () => {
      const oldest = state.history.runs[0];
      if (oldest === undefined || state.more === 'loading') return;
      const reading = readings;
      show({ more: 'loading' });
      try {
        // The oldest once more: it may be gone by now, and then says where to go on all the same.
        const older = await source.read(pageRuns + 1, oldest.run.id);
        if (reading === readings) show({ history: withOlder(state.history, older), more: 'idle' });
      } catch (error) {
        if (reading === readings) show({ more: 'idle' });
        report(sentenceOf(error));
      }
    },
    change: async ({ changed, deleted }) => {
      if (state.phase.kind !== 'ready' || changed.length > mostChanged) return read();
      const reading = readings;
      try {
        const parts = await Promise.all(changed.map((id) => source.read(1, id)));
        const runs = parts.flatMap((part) => part.runs).filter(({ run }) => changed.includes(run.id));
        if (reading === readings) show({ history: withChanges(state.history, runs, deleted) });
      } catch (error) {
        report(sentenceOf(error));
      }
    },
  };
}
