/** Wires that are there: what they are called, and the edit that takes one away. */
import type { WorkflowEdit } from '../../../../model/workflow/edit/workflowEdit';
import type { GraphEdge } from '../../../../model/workflow/graph';
import { orderWords, wireWords } from './connection';

/** Such as `packages.list → scan.list`, or `scan waits for packages`. */
export function edgeWords({ source, target, sourcePort, targetPort }: GraphEdge): string {
  if (sourcePort === null || targetPort === null) return orderWords(source, target);
  return wireWords({ nodeId: source, port: sourcePort }, { nodeId: target, input: targetPort });
}

/** The edit that removes it: an input goes with its wire, since its value is where it comes from. */
export function removalOf({ source, target, targetPort }: GraphEdge): WorkflowEdit {
  return targetPort === null
    ? { kind: 'removeNeed', nodeId: target, need: source }
    : { kind: 'removeNodeInput', nodeId: target, name: targetPort };
}
