/** What a connection that is let go of somewhere becomes. */
import type { ConnectionSource, ConnectionTarget, NodeFit } from '../../../../model/workflow/edit/fits';
import type { WorkflowEdit } from '../../../../model/workflow/edit/workflowEdit';
import { inputsNodeId } from '../../../../model/workflow/graph';
import { sourceOfPort, type Place, type Spot } from './place';

export type Connection =
  | {
      readonly kind: 'edit';
      readonly edit: WorkflowEdit;
      /** Such as `packages.list → scan.list`. */
      readonly words: string;
      /** False: the host will refuse it, and knows why. */
      readonly fits: boolean;
    }
  /** Nothing can be made of it, and the host need not be asked. */
  | { readonly kind: 'impossible'; readonly why: string }
  /** Let go of beside everything, or where it began. */
  | { readonly kind: 'nothing' };

/** The wire that ends where a drag begins: dropped on another input, it ends there. */
export interface CarriedWire {
  readonly from: { readonly nodeId: string; readonly port: string };
  /** What the host says it may lead to. */
  readonly fits: readonly NodeFit[];
}

const nothing: Connection = { kind: 'nothing' };

/** What a drag from `begin` would become at `spot`, by what the host says fits. */
export function connectionAt(
  begin: Place,
  spot: Spot | null,
  fits: readonly NodeFit[],
  carried: CarriedWire | null = null,
): Connection {
  if (spot === null || isSame(begin, spot)) return nothing;
  const fit = fits.find(({ nodeId }) => nodeId === spot.nodeId);
  if (spot.side === begin.side) {
    if (carried !== null && begin.port !== null && spot.port !== null) {
      return movedWire(carried, { nodeId: begin.nodeId, name: begin.port }, { nodeId: spot.nodeId, name: spot.port });
    }
    return { kind: 'impossible', why: 'A wire goes from an output to an input.' };
  }
  if (begin.port === null || (spot.side !== null && spot.port === null)) return order(begin, spot, fit);
  return begin.side === 'source'
    ? intoNode(begin.nodeId, begin.port, spot, fit)
    : fromNode({ nodeId: begin.nodeId, input: begin.port }, spot, fit);
}

function isSame(begin: Place, spot: Spot): boolean {
  if (spot.nodeId !== begin.nodeId) return false;
  return spot.side === null || (spot.side === begin.side && spot.port === begin.port);
}

function order(begin: Place, spot: Spot, fit: NodeFit | undefined): Connection {
  const [before, after] = begin.side === 'source' ? [begin.nodeId, spot.nodeId] : [spot.nodeId, begin.nodeId];
  if (before === inputsNodeId || after === inputsNodeId) {
    return { kind: 'impossible', why: 'The inputs of the workflow are there before every node; order is for nodes.' };
  }
  const edit: WorkflowEdit = { kind: 'addNeed', nodeId: after, need: before };
  return { kind: 'edit', edit, words: orderWords(before, after), fits: fit?.order === true };
}

function intoNode(from: string, output: string, spot: Spot, fit: NodeFit | undefined): Connection {
  const { nodeId } = spot;
  if (nodeId === inputsNodeId) {
    return { kind: 'impossible', why: 'The inputs of the workflow get their values from a run, not from a node.' };
  }
  if (spot.side !== null && spot.port !== null) {
    return wire({ nodeId: from, port: output }, { nodeId, input: spot.port }, fit?.ports.includes(spot.port) === true);
  }
  const names = fit?.newInputs ?? [];
  const name = names.find((one) => one === output) ?? names[0];
  if (fit !== undefined && name === undefined) {
    return { kind: 'impossible', why: `\`${nodeId}\` has no further input that fits; use one of those that it has.` };
  }
  return wire({ nodeId: from, port: output }, { nodeId, input: name ?? output }, name !== undefined, 'new');
}

function fromNode(
  into: { readonly nodeId: string; readonly input: string },
  spot: Spot,
  fit: NodeFit | undefined,
): Connection {
  const port = spot.side === null ? fit?.ports[0] : spot.port;
  if (port === undefined || port === null) {
    return { kind: 'impossible', why: `\`${spot.nodeId}\` has no output that fits \`${into.input}\`.` };
  }
  if (spot.side === null && fit !== undefined && fit.ports.length > 1) {
    return { kind: 'impossible', why: `\`${spot.nodeId}\` has several outputs; drop the wire on one of them.` };
  }
  return wire({ nodeId: spot.nodeId, port }, into, fit?.ports.includes(port) === true);
}

function movedWire(
  { from, fits }: CarriedWire,
  { nodeId, name }: { readonly nodeId: string; readonly name: string },
  to: { readonly nodeId: string; readonly name: string },
): Connection {
  const fit = fits.find((one) => one.nodeId === to.nodeId);
  return {
    kind: 'edit',
    edit: { kind: 'moveWire', nodeId, name, to },
    words: wireWords(from, { nodeId: to.nodeId, input: to.name }),
    fits: fit?.ports.includes(to.name) === true,
  };
}

/** A wire into an input that the host has offered to add. */
export function connectionInto(
  from: { readonly nodeId: string; readonly port: string },
  into: { readonly nodeId: string; readonly input: string },
): Connection {
  return wire(from, into, true, 'new');
}

function wire(
  from: { readonly nodeId: string; readonly port: string },
  into: { readonly nodeId: string; readonly input: string },
  fits: boolean,
  input: 'there' | 'new' = 'there',
): Connection {
  const value = { kind: 'wire', source: sourceOfPort(from.nodeId, from.port) } as const;
  return {
    kind: 'edit',
    edit: { kind: 'setNodeInput', nodeId: into.nodeId, name: into.input, value },
    words: input === 'new' ? `${wireWords(from, into)} (new input)` : wireWords(from, into),
    fits,
  };
}

/** A wire as people call it: `packages.list → scan.list`. */
export function wireWords(
  from: { readonly nodeId: string; readonly port: string },
  into: { readonly nodeId: string; readonly input: string },
): string {
  return `${from.nodeId}.${from.port} → ${into.nodeId}.${into.input}`;
}

/** Order alone as people call it. */
export function orderWords(before: string, after: string): string {
  return `${after} waits for ${before}`;
}

/** The source that a drag from the right of a card has. */
export function sourceOf({ nodeId, port }: Place): ConnectionSource {
  return port === null ? { kind: 'node', node: nodeId } : sourceOfPort(nodeId, port);
}

/** The target that a drag from the left of a card has. */
export function targetOf({ nodeId, port }: Place): ConnectionTarget {
  return port === null ? { kind: 'node', node: nodeId } : { kind: 'input', node: nodeId, input: port };
}
