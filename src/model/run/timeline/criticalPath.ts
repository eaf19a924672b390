/** The chain of nodes that decided when a run ended. */
import { byModule } from './byModule';
import type { TimelineNode } from './timelineNodes';

export interface PathNode extends Pick<TimelineNode, 'path' | 'module' | 'isModule' | 'needs'> {
  /** Milliseconds since 1970; null: it has not begun. A result that was taken over has neither. */
  readonly startedAt: number | null;
  /** So far, of one that still runs; null: nothing waited for it in this run. */
  readonly endedAt: number | null;
}

/**
 * Paths of nodes, first to last: the one that ended last, before it what that waited for last, and so on. A module stands
 * for the node inside of it that ended last, so it is never one of them. Empty when nothing was executed.
 */
export function criticalPath(nodes: readonly PathNode[]): string[] {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const inside = byModule(nodes);
  const known = (paths: readonly string[]): PathNode[] => paths.flatMap((path) => byPath.get(path) ?? []);

  const lastLeaf = (candidates: readonly PathNode[]): PathNode | null => {
    const last = lastOf(candidates);
    if (last === null || !last.isModule) return last;
    return lastLeaf(inside.get(last.path) ?? []) ?? (inside.has(last.path) ? null : last);
  };
  const before = (node: PathNode): PathNode | null => {
    for (let at: PathNode | undefined = node; at !== undefined; at = byPath.get(at.module ?? '')) {
      const found = lastLeaf(known(at.needs));
      if (found !== null) return found;
    }
    return null;
  };

  const chain: string[] = [];
  const seen = new Set<string>();
  const executed = nodes.filter(({ isModule, startedAt }) => !isModule && startedAt !== null);
  for (let node = lastOf(executed); node !== null && !seen.has(node.path); node = before(node)) {
    seen.add(node.path);
    chain.push(node.path);
  }
  return chain.toReversed();
}

/** Of several that ended together the one that began first: that is what all the time went into. */
function lastOf(nodes: readonly PathNode[]): PathNode | null {
  let last: PathNode | null = null;
  for (const node of nodes) {
    if (node.endedAt === null) continue;
    const later = node.endedAt - (last?.endedAt ?? -Infinity);
    if (later > 0 || (later === 0 && (node.startedAt ?? Infinity) < (last?.startedAt ?? Infinity))) last = node;
  }
  return last;
}
