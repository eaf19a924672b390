/** What decides the execution of each node of a snapshot, as a short hash. */
import { createHash } from 'node:crypto';
import type { HistoryNode } from '../../model/history/history';
import { canonicalNode } from '../../model/workflow/canonical';
import { runNodesOf, scopeOf, type RunNode } from '../../model/workflow/runNodes';
import { surroundingsIn } from '../../model/workflow/version';
import type { Steps } from './listing/steps';
import type { StoredSnapshot } from './snapshots';

/** Two definitions of one node share a hash of this length once in 10^14. */
const hashLength = 12;

/** So many nodes are some milliseconds of work. */
const nodesAtOnce = 250;

/** By path, nodes inside modules too. Empty when a module is missing: such a workflow is never started. */
export function* definitionsOf(snapshot: StoredSnapshot): Steps<Map<string, HistoryNode>> {
  const surroundings = surroundingsIn(snapshot);
  const definitions = new Map<string, HistoryNode>();
  for (const { path, node, scope } of nodesIn(snapshot)) {
    const canonical = canonicalNode(node, surroundings(scope.file));
    const definition = createHash('sha256').update(canonical).digest('hex').slice(0, hashLength);
    definitions.set(path, { path, label: node.label ?? null, definition });
    if (definitions.size % nodesAtOnce === 0) yield null;
  }
  return definitions;
}

function nodesIn(snapshot: StoredSnapshot): RunNode[] {
  try {
    return runNodesOf(scopeOf(snapshot));
  } catch {
    return [];
  }
}
