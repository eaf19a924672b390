/** A run as its details show it: every fact there is, and of each node what one line says. Plain data. */
import type { ExpectedEnd } from '../history/expectedEnd';
import type { UsualNode } from '../history/slowNode';
import type { NodeAttempts } from './attempt';
import type { InputFacts, ReadFile } from './inputFacts';
import { nodeStatusLook } from './display';
import type { NodeRun, RunSummary } from './run';
import { nodeStatuses, type NodeStatus, type RunStatus } from './status';

/** Null: not known yet. */
export interface ShownRun {
  readonly run: RunSummary;
  readonly inputs: readonly InputFacts[] | null;
  /** Files that nodes were given beside the run's inputs and the outputs of other nodes. */
  readonly otherFiles: readonly ReadFile[] | null;
  readonly machines: readonly UsedMachine[] | null;
  readonly lineage: ShownLineage | null;
  /** The schedule that it is of; null too when there is none, or it is over. */
  readonly schedule: ShownSchedule | null;
  readonly version: VersionRelation;
  /** Of a run that is running, as far as past runs tell. */
  readonly expectedEnd: ExpectedEnd | null;
  /** How long its nodes usually take. */
  readonly usual: readonly UsualNode[] | null;
  /** Of the nodes that had more than one. */
  readonly attempts: readonly NodeAttempts[] | null;
  /** In the order of the file. */
  readonly nodes: readonly NodeRow[] | null;
}

export interface UsedMachine {
  readonly name: string;
  readonly ip: string | null;
}

/** Another run, as far as a link to it says. */
export interface RunReference {
  readonly id: string;
  readonly name: string;
  readonly status: RunStatus;
}

/** A schedule in words, as the extension host's time zone has it. */
export interface ShownSchedule {
  /** `every day at 02:00` */
  readonly words: string;
  /** In which the times are. */
  readonly timeZone: string;
  /** The next ones, at most five. */
  readonly times: readonly { readonly iso: string; readonly text: string }[];
  readonly isPaused: boolean;
  readonly missed: string;
  /** Null: of a single time, which has no run before it. */
  readonly overlap: string | null;
  readonly author: string;
  readonly note: string | null;
  readonly lastRun: RunReference | null;
}

export interface ShownLineage {
  /** The run that this one runs again; null when it is none, or deleted. */
  readonly rerunOf: RunReference | null;
  /** Oldest first. */
  readonly reruns: readonly RunReference[];
}

/** How the version that ran stands to the live workflow. */
export type VersionRelation =
  /** Both are being read. */
  | { readonly kind: 'comparing' }
  /** There is no version yet: it is taken when the run starts. */
  | { readonly kind: 'notTaken' }
  | { readonly kind: 'same' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  /** Why it cannot be told, in a sentence. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface NodeRow {
  readonly id: string;
  /** As the workflow calls it; null: it has its id only. */
  readonly label: string | null;
  readonly status: NodeStatus;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Attempts begun. */
  readonly attempt: number;
  readonly exitCode: number | null;
  readonly message: string | null;
  /** Id of the run whose result it is; null: it was executed in this run. */
  readonly reusedFrom: string | null;
}

/** The line of a node run. */
export function nodeRow(nodeRun: NodeRun, label: string | null): NodeRow {
  const { id, status, startedAt, endedAt, attempt, exitCode, message, reusedFrom } = nodeRun;
  return { id, label, status, startedAt, endedAt, attempt, exitCode, message, reusedFrom };
}

/** How the version stands to the live workflow, in words. */
export function versionRelationInWords(relation: VersionRelation): string {
  switch (relation.kind) {
    case 'comparing':
      return 'Comparing with the live workflow…';
    case 'notTaken':
      return 'Taken when the run starts';
    case 'same':
      return 'Same as the live workflow';
    case 'changed':
      return 'The workflow has changed since';
    case 'gone':
      return 'The workflow file is gone';
    case 'unknown':
      return `Cannot be compared with the live workflow: ${relation.reason}`;
  }
}

/** True for a node that did not do what it should: what one looks for in a run that went wrong. */
export function hasFailed({ status }: Pick<NodeRow, 'status'>): boolean {
  return status === 'failed' || status === 'error';
}

/** `1 failed, 2 running, 5 succeeded`: how the nodes are, what went wrong first. */
export function nodesInShort(nodes: readonly Pick<NodeRow, 'status'>[]): string {
  const counts = new Map<string, number>();
  for (const { status } of nodes) counts.set(status, (counts.get(status) ?? 0) + 1);
  const order: readonly string[] = ['error', 'failed', 'stopped', 'running', 'succeeded', 'skipped', 'pending'];
  const unknown = [...counts.keys()].filter((status) => !(nodeStatuses as readonly string[]).includes(status));
  return [...order, ...unknown]
    .flatMap((status) => {
      const count = counts.get(status);
      return count === undefined ? [] : [`${count} ${nodeStatusLook(status).word.toLowerCase()}`];
    })
    .join(', ');
}
