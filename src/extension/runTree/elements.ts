/** The things a run tree is made of. VS Code knows a row by its object, so each lives as long as its row. */
import type { NodeRun, RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';

export interface GroupElement {
  readonly kind: 'group';
  readonly status: RunStatus;
}

export interface RunElement {
  readonly kind: 'run';
  readonly parent: GroupElement;
  /** The newest that is known. */
  run: RunSummary;
}

export interface WorkflowElement {
  readonly kind: 'workflow';
  readonly parent: RunElement;
}

export interface NodeRunElement {
  readonly kind: 'nodeRun';
  readonly parent: RunElement;
  /** The row of the module it is inside of; null for a node of the workflow itself. */
  readonly module: NodeRunElement | null;
  /** The rows inside of it; empty unless it is a module. */
  readonly inside: NodeRunElement[];
  /** What the workflow that ran calls the node; null: it has its id only. */
  readonly label: string | null;
  /** The newest that is known. */
  nodeRun: NodeRun;
}

export interface LoadMoreElement {
  readonly kind: 'loadMore';
  readonly parent: GroupElement;
}

/** A way out while the engine is unavailable: the only rows there are then, as the message of a view holds no buttons. */
export interface WayOutElement {
  readonly kind: 'wayOut';
  readonly way: 'retry' | 'showLog';
}

export type RunTreeElement =
  GroupElement | RunElement | WorkflowElement | NodeRunElement | LoadMoreElement | WayOutElement;

/** True for what VS Code hands to a command as a row of ours; commands can be called by anybody with anything. */
export function isRunTreeElement(value: unknown): value is RunTreeElement {
  const kinds: readonly unknown[] = ['group', 'run', 'workflow', 'nodeRun', 'loadMore', 'wayOut'];
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(value.kind);
}

/**
 * Stable over the life of a row. A run that changes its group is another row: VS Code refuses one id under two parents,
 * and would meet it when it draws the new group before the old one.
 */
export function rowId(element: RunTreeElement): string {
  switch (element.kind) {
    case 'group':
      return element.status;
    case 'run':
      return `${rowId(element.parent)}/${element.run.id}`;
    case 'workflow':
      return `${rowId(element.parent)}/workflow`;
    case 'nodeRun':
      return `${rowId(element.parent)}/node/${element.nodeRun.id}`;
    case 'loadMore':
      return `${rowId(element.parent)}/more`;
    case 'wayOut':
      return element.way;
  }
}
