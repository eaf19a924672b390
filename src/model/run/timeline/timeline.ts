/** A run laid out in time: a row for each node, what decided its end, and where the time went. */
import type { NodeAttempt } from '../attempt';
import type { NodeRun, RunSummary } from '../run';
import { isActive, isNodeEnded, type NodeStatus } from '../status';
import { byModule } from './byModule';
import { criticalPath, type PathNode } from './criticalPath';
import { segmentsOf, type Segment } from './segments';
import type { TimelineNode } from './timelineNodes';

/** The time that is laid out: that of a run, or of a module in it. Times are ISO 8601 in UTC. */
export interface TimelineSpan {
  readonly createdAt: string;
  /** Null: it has not begun. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly isOver: boolean;
}

/** Of the run, or of the module in it whose part is shown: what is inside begins with it, and not with the run. */
export function spanOf(run: RunSummary, part: { readonly nodeRun: NodeRun | null } | null): TimelineSpan {
  const isOver = !isActive(run.status);
  const createdAt = run.startedAt ?? run.createdAt;
  if (part === null) return { createdAt, startedAt: run.startedAt, endedAt: run.endedAt, isOver };
  const { status = 'pending', startedAt = null, endedAt = null } = part.nodeRun ?? {};
  return { createdAt: startedAt ?? createdAt, startedAt, endedAt, isOver: isOver || isNodeEnded(status) };
}

export interface TimelineSources {
  readonly span: TimelineSpan;
  readonly nodes: readonly TimelineNode[];
  /** By path. */
  readonly nodeRuns: ReadonlyMap<string, NodeRun>;
  /** Of nodes that had more than one, by path, oldest first. */
  readonly attempts: ReadonlyMap<string, readonly NodeAttempt[]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface TimelineRow {
  readonly path: string;
  readonly title: string;
  /** 1 for a node of the workflow itself. */
  readonly level: number;
  readonly module: string | null;
  readonly isModule: boolean;
  readonly status: NodeStatus;
  /** Null: what it needs has not ended. Milliseconds since 1970, as all times here. */
  readonly readyAt: number | null;
  readonly startedAt: number | null;
  /** Null: it has not ended. */
  readonly endedAt: number | null;
  readonly segments: readonly Segment[];
  /** Milliseconds in which it waited for a slot, between attempts too, as far as it did. */
  readonly waited: number;
  /** Milliseconds of all attempts together. */
  readonly ran: number;
  readonly attempt: number;
  readonly isReused: boolean;
  readonly isCritical: boolean;
  readonly message: string | null;
}

export interface Timeline {
  readonly start: number;
  /** Never before `start`; of an active run it is now. */
  readonly end: number;
  readonly isLive: boolean;
  /** In the order of their start, a module before what is inside of it; what has not begun comes last. */
  readonly rows: readonly TimelineRow[];
  /** Paths, first to last. */
  readonly criticalPath: readonly string[];
  /** Milliseconds that nodes waited for a free slot, all together. */
  readonly waited: number;
  /** Paths of those that ran longest, the longest first; at most three. */
  readonly longest: readonly string[];
}

type Laid = Omit<TimelineRow, 'level' | 'isCritical'> &
  Pick<TimelineNode, 'needs'> & { readonly lastEnd: number | null };

/** Lays a run out in time, from what is known of it by now. */
export function timelineOf(sources: TimelineSources): Timeline {
  const { span, nodes } = sources;
  const begun = Date.parse(span.startedAt ?? span.createdAt);
  const laid = layOut(sources, begun);
  const path = criticalPath([...laid.values()].map(pathNodeOf));
  const onPath = new Set(path);
  for (const each of path) {
    for (let at = laid.get(each)?.module ?? null; at !== null; at = laid.get(at)?.module ?? null) onPath.add(at);
  }
  const executed = [...laid.values()].filter(({ isModule }) => !isModule);
  const bounds = executed.flatMap(({ segments }) => segments.flatMap(({ from, to }) => [from, to]));
  const isLive = !span.isOver;
  const ends = [isLive ? sources.now : span.endedAt === null ? begun : Date.parse(span.endedAt), ...bounds];
  const start = bounds.reduce((least, time) => Math.min(least, time), begun);
  return {
    start,
    end: ends.reduce((most, time) => Math.max(most, time), start),
    isLive,
    rows: inOrder(nodes, laid, onPath),
    criticalPath: path,
    waited: executed.reduce((sum, { waited }) => sum + waited, 0),
    longest: executed
      .filter(({ ran }) => ran > 0)
      .sort((a, b) => b.ran - a.ran)
      .slice(0, 3)
      .map(({ path: longest }) => longest),
  };
}

function layOut({ nodes, nodeRuns, attempts, span, now }: TimelineSources, begun: number): Map<string, Laid> {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const endOf = (path: string): number | null => {
    const nodeRun = nodeRuns.get(path);
    // What was taken over was there from the beginning.
    if (nodeRun === undefined || nodeRun.reusedFrom !== null) return begun;
    return nodeRun.endedAt === null ? null : Date.parse(nodeRun.endedAt);
  };
  const readyAt = (node: TimelineNode): number | null => {
    const module = node.module === null ? undefined : nodeRuns.get(node.module);
    const opened = node.module === null ? begun : timeOf(module?.startedAt);
    return node.needs.map(endOf).reduce<number | null>(latest, opened === null ? null : Math.max(begun, opened));
  };
  const rows = new Map<string, Laid>();
  for (const node of byPath.values()) {
    const nodeRun = nodeRuns.get(node.path);
    const isReused = nodeRun !== undefined && nodeRun.reusedFrom !== null;
    const started = isReused ? null : timeOf(nodeRun?.startedAt);
    const ready = nodeRun === undefined || isReused ? null : readyAt(node);
    // A clock that went back: it was ready at the latest when it began.
    const known = ready === null || started === null ? (ready ?? started) : Math.min(ready, started);
    const mayWait = !span.isOver && span.startedAt !== null && !node.isModule;
    const segments =
      nodeRun === undefined || (nodeRun.status === 'pending' && nodeRun.attempt === 0 && !mayWait)
        ? []
        : segmentsOf({ run: nodeRun, attempts: attempts.get(node.path) ?? [], readyAt: known, now });
    const lastRun = segments.findLast(({ kind }) => kind === 'attempt');
    const ended = timeOf(nodeRun?.endedAt);
    rows.set(node.path, {
      ...node,
      status: nodeRun?.status ?? 'pending',
      readyAt: known,
      startedAt: started,
      endedAt: isReused ? null : ended,
      segments,
      waited: lengthOf(segments, 'queue'),
      ran: lengthOf(segments, 'attempt'),
      attempt: nodeRun?.attempt ?? 0,
      isReused,
      message: nodeRun?.message ?? null,
      lastEnd: lastRun?.to ?? (isReused ? null : ended),
    });
  }
  return rows;
}

/** Null as soon as one of them is. */
function latest(most: number | null, time: number | null): number | null {
  return most === null || time === null ? null : Math.max(most, time);
}

function pathNodeOf({ path, module, isModule, needs, startedAt, lastEnd }: Laid): PathNode {
  return { path, module, isModule, needs, startedAt, endedAt: lastEnd };
}

function lengthOf(segments: readonly Segment[], kind: Segment['kind']): number {
  return segments.reduce((sum, segment) => (segment.kind === kind ? sum + segment.to - segment.from : sum), 0);
}

function inOrder(
  nodes: readonly TimelineNode[],
  laid: ReadonlyMap<string, Laid>,
  onPath: ReadonlySet<string>,
): TimelineRow[] {
  const inside = byModule(nodes);
  const begin = ({ path }: TimelineNode): number => {
    const row = laid.get(path);
    // What was taken over was there from the beginning.
    if (row?.isReused === true) return -Infinity;
    return row?.startedAt ?? row?.readyAt ?? Infinity;
  };
  const rows: TimelineRow[] = [];
  const add = (module: string | null, level: number): void => {
    const siblings = (inside.get(module) ?? []).map((node) => ({ path: node.path, begin: begin(node) }));
    for (const { path } of siblings.sort((a, b) => compare(a.begin, b.begin))) {
      const row = laid.get(path);
      if (row === undefined) continue;
      const { needs: _needs, lastEnd: _lastEnd, ...shown } = row;
      rows.push({ ...shown, level, isCritical: onPath.has(path) });
      if (row.isModule) add(path, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

/** Two infinities are equal. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The rows that are seen while the modules with these paths are closed. */
export function openRows(rows: readonly TimelineRow[], closed: ReadonlySet<string>): readonly TimelineRow[] {
  if (closed.size === 0) return rows;
  const hidden = new Set<string>();
  return rows.filter(({ path, module }) => {
    const isHidden = module !== null && (closed.has(module) || hidden.has(module));
    if (isHidden) hidden.add(path);
    return !isHidden;
  });
}

function timeOf(iso: string | null | undefined): number | null {
  return iso === null || iso === undefined ? null : Date.parse(iso);
}
