/** The words for the state of a run and of a node in it, and what follows from them. */

export const runStatuses = [
  'Pending',
  'Running',
  'Stopping',
  'Scheduled',
  'Completed',
  'Partial Success',
  'Failed',
  'Stopped',
  'Error',
] as const;
export type RunStatus = (typeof runStatuses)[number];

export const activeStatuses = ['Running', 'Stopping', 'Pending', 'Scheduled'] as const satisfies readonly RunStatus[];

export const nodeStatuses = ['pending', 'running', 'succeeded', 'failed', 'skipped', 'stopped', 'error'] as const;
export type NodeStatus = (typeof nodeStatuses)[number];

/** True while the run can still change by itself. A status this version does not know counts as ended. */
export function isActive(status: RunStatus): boolean {
  return (activeStatuses as readonly RunStatus[]).includes(status);
}

/** True once the node's result is final. */
export function isNodeEnded(status: NodeStatus): boolean {
  return status !== 'pending' && status !== 'running';
}

/** What decides how a run ended: one entry for each node of the workflow. */
export interface EndedNode {
  readonly status: NodeStatus;
  /** Nothing depends on it, and it is not a `when: always` node. */
  readonly isEndNode: boolean;
}

/**
 * The terminal status of a run, the first that applies: Error (the platform failed, not a node), Stopped (stop was asked
 * and a node did not finish), Completed (all nodes succeeded), Partial Success (an end node succeeded, some node did
 * not), Failed.
 */
export function terminalStatus(nodes: readonly EndedNode[], stopRequested: boolean): RunStatus {
  if (nodes.some((node) => node.status === 'error')) return 'Error';
  if (stopRequested && nodes.some((node) => node.status === 'stopped')) return 'Stopped';
  if (nodes.every((node) => node.status === 'succeeded')) return 'Completed';
  if (nodes.some((node) => node.isEndNode && node.status === 'succeeded')) return 'Partial Success';
  return 'Failed';
}

/** How a module node ended, from the nodes inside it. One that did not wholly succeed failed: its outputs may be missing. */
export function moduleStatus(inside: readonly EndedNode[]): NodeStatus {
  switch (terminalStatus(inside, true)) {
    case 'Completed':
      return 'succeeded';
    case 'Stopped':
      return 'stopped';
    case 'Error':
      return 'error';
    default:
      return 'failed';
  }
}
