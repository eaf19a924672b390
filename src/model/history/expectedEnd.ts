/** When an active run is expected to end, from how long its nodes usually take. */
import { isNodeEnded, type NodeStatus } from '../run/status';
import type { DurationStep } from './durationGraph';
import type { UsualDuration } from './usualDuration';

/** Times are milliseconds since 1970. */
export type ExpectedEnd =
  /** As usual at `from`; by `to` if what is left takes as much longer as it often does. */
  | { readonly kind: 'about'; readonly from: number; readonly to: number }
  /** Nobody knows how long some of the nodes take; the others need until then. */
  | { readonly kind: 'atLeast'; readonly from: number };

/** How a node is in the run now. */
export interface NodeProgress {
  readonly status: NodeStatus;
  /** Milliseconds since 1970. */
  readonly startedAt: number | null;
}

export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Nodes that run at once. */
  readonly parallel: number;
}

/**
 * The end of what is left to do: nodes begin in the order in which they become ready, as many at once as can. What is
 * behind a failed node will not run. Null when nothing is known of any node that is left, and when none is.
 */
export function expectedEnd(
  steps: readonly DurationStep[],
  nodes: ReadonlyMap<string, NodeProgress>,
  usual: ReadonlyMap<string, UsualDuration>,
  { now, parallel }: Circumstances,
): ExpectedEnd | null {
  const left = stepsLeft(steps, nodes);
  const executing = left.filter(({ kind }) => kind === 'node');
  if (!executing.some(({ path }) => usual.has(path))) return null;
  const isWholeKnown = executing.every(({ path }) => usual.has(path));
  const needed =
    (spreads: number) =>
    (path: string): number => {
      const known = usual.get(path);
      if (known === undefined) return 0;
      const began = nodes.get(path)?.startedAt ?? null;
      return Math.max(0, known.median + spreads * known.spread - (began === null ? 0 : Math.max(0, now - began)));
    };
  const isRunning = (path: string): boolean => nodes.get(path)?.status === 'running';
  const from = now + timeFor(left, needed(0), isRunning, parallel);
  if (!isWholeKnown) return { kind: 'atLeast', from };
  return { kind: 'about', from, to: Math.max(from, now + timeFor(left, needed(1), isRunning, parallel)) };
}

/** What has not ended and will run. */
function stepsLeft(steps: readonly DurationStep[], nodes: ReadonlyMap<string, NodeProgress>): DurationStep[] {
  const failed = new Set<string>();
  return steps.filter(({ path, dependencies, isAlways }) => {
    const status = nodes.get(path)?.status ?? 'pending';
    const isHeldUp = !isAlways && status === 'pending' && dependencies.some((other) => failed.has(other));
    if (isHeldUp || (isNodeEnded(status) && status !== 'succeeded')) failed.add(path);
    return !isHeldUp && !isNodeEnded(status);
  });
}

interface Ready {
  readonly step: DurationStep;
  /** In milliseconds from now. */
  readonly at: number;
}

/** How long the steps take (milliseconds) when each begins as soon as it is ready and there is room. */
function timeFor(
  steps: readonly DurationStep[],
  needed: (path: string) => number,
  isRunning: (path: string) => boolean,
  parallel: number,
): number {
  const isLeft = new Set(steps.map(({ path }) => path));
  const behind = new Map<string, DurationStep[]>(steps.map(({ path }) => [path, []]));
  const waits = new Map<string, number>();
  for (const step of steps) {
    const before = new Set(step.dependencies.filter((path) => isLeft.has(path)));
    waits.set(step.path, before.size);
    for (const path of before) behind.get(path)?.push(step);
  }
  const rooms = Array.from({ length: Math.min(parallel, steps.length) }, () => 0);
  const ends = new Map<string, number>();
  // What runs has its room already, whatever it waited for.
  const running = steps.filter(({ path, kind }) => kind === 'node' && isRunning(path));
  for (const { path } of running) ends.set(path, endInRoom(rooms, 0, needed(path)));
  const queue = steps
    .filter(({ path }) => ends.has(path) || waits.get(path) === 0)
    .map((step): Ready => ({ step, at: 0 }));
  const readyAt = new Map<string, number>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { step, at } = next;
    const end = ends.get(step.path) ?? (step.kind === 'module' ? at : endInRoom(rooms, at, needed(step.path)));
    ends.set(step.path, end);
    for (const other of behind.get(step.path) ?? []) {
      const waiting = (waits.get(other.path) ?? 0) - 1;
      waits.set(other.path, waiting);
      readyAt.set(other.path, Math.max(readyAt.get(other.path) ?? 0, end));
      if (waiting === 0 && !ends.has(other.path)) enqueue(queue, { step: other, at: readyAt.get(other.path) ?? end });
    }
  }
  return Math.max(0, ...ends.values());
}

/** The end of what takes so long in the room that is free first; that room is taken until then. */
function endInRoom(rooms: number[], readyAt: number, duration: number): number {
  let first = 0;
  for (const [room, freeAt] of rooms.entries()) if (freeAt < (rooms[first] ?? 0)) first = room;
  const end = Math.max(readyAt, rooms[first] ?? 0) + duration;
  rooms[first] = end;
  return end;
}

/** Keeps the queue in the order of the times; what was ready first stays first. */
function enqueue(queue: Ready[], ready: Ready): void {
  const behind = queue.findLastIndex(({ at }) => at <= ready.at);
  queue.splice(behind + 1, 0, ready);
}
