/** Histories as data, for tests of what is made of them. */
import type { HistoryRun, NodeList, WorkflowHistory } from '../../../src/model/history/history';
import type { NodeStatus, RunStatus } from '../../../src/model/run/status';
import { someRun } from '../run/someRun';

/** What tests say of a run; the rest is the same for all. */
export interface MadeRun {
  readonly status?: RunStatus;
  readonly version?: string;
  /** By path, in the order of the workflow: what became of it, in how many milliseconds, by which definition. */
  readonly nodes?: Readonly<Record<string, MadeNode>>;
}

export interface MadeNode {
  readonly status: NodeStatus;
  readonly ms?: number;
  readonly definition?: string;
  readonly isReused?: boolean;
}

/** A history of the runs, oldest first, numbered from 1. */
export function someHistory(runs: readonly MadeRun[], hasMore = false): WorkflowHistory {
  return { runs: runs.map((run, index) => made(run, index + 1)), hasMore };
}

function made({ status = 'Completed', version = 'v1', nodes = {} }: MadeRun, number: number): HistoryRun {
  const entries = Object.entries(nodes);
  const list: NodeList = {
    nodes: entries.map(([path, { definition = 'd' }]) => ({ path, label: null, definition })),
    placeOf: new Map(entries.map(([path], place) => [path, place])),
  };
  return {
    run: someRun({ id: String(number).padStart(26, '0'), number, status, versionId: version }),
    list,
    statuses: entries.map(([, node]) => node.status),
    durations: entries.map(([, { ms }]) => ms ?? null),
    reused: new Set(entries.flatMap(([, { isReused }], place) => (isReused === true ? [place] : []))),
  };
}
