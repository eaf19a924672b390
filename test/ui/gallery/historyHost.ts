/** The extension host's side of a workflow's history, in the page: the real protocol on runs that are made up. */
import type { PackedRun } from '../../../src/model/history/history';
import * as wire from '../../../src/protocol/history';
import { onRequest, sendNotification } from '../../../src/protocol/rpc';
import { fakeVsCode, type FakeVsCode } from './fakeVsCode';
import { historyStates, packedRun, type HistoryStateName } from './historyStates';

/** What a test may look at and do, as `window.historyGallery`. */
export interface HistoryGallery {
  readonly requests: FakeVsCode['requests'];
  readonly cspViolations: string[];
  /** Puts runs into the history, or changes them, and tells the page. */
  readonly change: (runs: readonly PackedRun[], deleted?: readonly string[]) => void;
  readonly packedRun: typeof packedRun;
  readonly setEngine: (next: 'answering' | 'failing') => void;
}

declare global {
  interface Window {
    historyGallery: HistoryGallery;
  }
}

const name = (new URLSearchParams(location.search).get('state') ?? 'audit') as HistoryStateName;
const state = historyStates[name]();
let { runs } = state.history;
let { engine } = state;
const { connection, requests, cspViolations } = fakeVsCode(`history-${name}`);

onRequest(connection, wire.getPlace, () => ({
  workflowPath: '/home/ada/shop/audit.workflow.yaml',
  fileName: 'audit.workflow.yaml',
}));
onRequest(connection, wire.getRuns, ({ limit, upTo }) => {
  if (engine === 'never') return new Promise<never>(() => undefined);
  if (engine === 'failing') throw new Error('The engine did not start within 10 seconds.');
  const from = upTo === null ? 0 : runs.findIndex(({ run }) => run.id <= upTo);
  // The first page of a history that has more is shorter than asked for, so that "Load more" has something to load.
  const shown = runs.slice(from, from + (state.history.hasMore && upTo === null ? 20 : limit));
  return { ...state.history, runs: shown, hasMore: from + shown.length < runs.length };
});
onRequest(connection, wire.getDifferences, () => state.differences);
onRequest(connection, wire.getCommits, () => state.commits);
const actions = [
  wire.showTextDiff,
  wire.openRun,
  wire.openWorkflow,
  wire.openCommit,
  wire.performAction,
  wire.takeWayOut,
];
for (const request of actions) connection.onRequest(request.method, () => null);
connection.listen();

window.historyGallery = {
  requests,
  cspViolations,
  change: (changed, deleted = []) => {
    const byId = new Map([...runs, ...changed].map((run) => [run.run.id, run]));
    for (const id of deleted) byId.delete(id);
    runs = [...byId.values()].sort((a, b) => (a.run.id < b.run.id ? 1 : -1));
    void sendNotification(connection, wire.historyChanged, {
      changed: changed.map(({ run }) => run.id),
      deleted: [...deleted],
    });
  },
  packedRun,
  setEngine: (next) => (engine = next),
};
