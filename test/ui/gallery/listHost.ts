/** The extension host's side of the run list, in the page: the real protocol on a vault that is made up. */
import { matchesFilter, type RunFilter } from '../../../src/model/run/query';
import type { RunSummary } from '../../../src/model/run/run';
import type { RunStatus } from '../../../src/model/run/status';
import { onRequest, sendNotification } from '../../../src/protocol/rpc';
import * as wire from '../../../src/protocol/runList';
import { fakeVsCode, type FakeVsCode } from './fakeVsCode';
import { listedRun, listStates, type ListStateName } from './listStates';

/** What a test may look at and do, as `window.listGallery`. */
export interface ListGallery {
  readonly requests: FakeVsCode['requests'];
  readonly cspViolations: string[];
  /** Runs that went to the page in answers. */
  readonly sent: () => number;
  /** Puts runs into the vault, or changes them, and tells the page. */
  readonly change: (runs: readonly RunSummary[], deleted?: readonly string[]) => void;
  readonly listedRun: typeof listedRun;
  /** The engine is there, or is gone. */
  readonly setEngine: (engine: 'answering' | 'failing') => void;
}

declare global {
  interface Window {
    listGallery: ListGallery;
  }
}

const name = (new URLSearchParams(location.search).get('state') ?? 'workspace') as ListStateName;
const vault = listStates[name]();
const runs = new Map(vault.runs.map((run) => [run.id, run]));
const { connection, requests, cspViolations } = fakeVsCode(`runList-${name}`);
let { engine } = vault;
let sent = 0;

function answering<Answer>(answer: () => Answer): Answer | Promise<Answer> {
  if (engine === 'never') return new Promise<Answer>(() => undefined);
  if (engine === 'failing') throw new Error('The engine did not start within 10 seconds.');
  return answer();
}

function sorted(filter: RunFilter, order: wire.ListOrder): RunSummary[] {
  const matching = [...runs.values()].filter((run) => matchesFilter(filter, run));
  const newestFirst = matching.sort((one, other) => (one.id < other.id ? 1 : -1));
  return order === 'newest' ? newestFirst : newestFirst.toReversed();
}

onRequest(connection, wire.getPlace, () => vault.place);
onRequest(connection, wire.getRuns, ({ filter, order, limit, after }) =>
  answering(() => {
    const all = sorted(filter, order);
    const from = after === null ? 0 : all.findIndex(({ id }) => (order === 'newest' ? id < after : id > after));
    const page = from < 0 ? [] : all.slice(from, from + limit);
    sent += page.length;
    return { runs: page, hasMore: from >= 0 && all.length > from + limit };
  }),
);
onRequest(connection, wire.getCounts, ({ filter }) =>
  answering(() => {
    const counts = new Map<RunStatus, number>();
    for (const { status } of sorted(filter, 'newest')) counts.set(status, (counts.get(status) ?? 0) + 1);
    const isLowerBound = filter.text !== null && counts.size > 0 && name === 'large';
    return { counts: [...counts].map(([status, count]) => ({ status, count })), isLowerBound };
  }),
);
onRequest(connection, wire.getFacets, () =>
  answering(() => {
    const all = [...runs.values()];
    const workflows = new Map(
      all.map(({ workflow, createdAt }) => [workflow.path, { ...workflow, lastRunAt: createdAt }]),
    );
    const people = new Set(all.map(({ author }) => author));
    const projects = new Set(all.map(({ workflow }) => workflow.project));
    return { workflows: [...workflows.values()], authors: [...people].sort(), projects: [...projects].sort() };
  }),
);
for (const request of [wire.performAction, wire.openWorkflow, wire.selectRun, wire.takeWayOut]) {
  connection.onRequest(request.method, () => null);
}
connection.listen();

window.listGallery = {
  requests,
  cspViolations,
  sent: () => sent,
  change: (changed, deleted = []) => {
    for (const run of changed) runs.set(run.id, run);
    for (const id of deleted) runs.delete(id);
    void sendNotification(connection, wire.listChanged, { runs: [...changed], deleted: [...deleted] });
  },
  listedRun,
  setEngine: (next) => (engine = next),
};
