/** What can be wired to a place, or needed there. */
import { checkTypes, outputNames } from '../edit/checkConnection';
import type { EditSurroundings } from '../edit/workflowEdit';
import { planOf, withAllAfter } from '../plan';
import type { WireSource, Workflow, WorkflowNode } from '../workflow';

/** The nodes that may come before a node: all but itself and those that wait for it. Null: an output of the workflow. */
export function nodesBefore(nodeId: string | null, workflow: Workflow): readonly WorkflowNode[] {
  if (nodeId === null) return workflow.nodes;
  const behind = withAllAfter(planOf(workflow), [nodeId]);
  return workflow.nodes.filter(({ id }) => !behind.has(id));
}

/** All that an input of a node may come from: the inputs of the workflow, then outputs in the order of the file. */
export function sourcesFor(
  target: { readonly nodeId: string; readonly input: string } | null,
  workflow: Workflow,
  around: EditSurroundings,
): readonly WireSource[] {
  const node = workflow.nodes.find(({ id }) => id === target?.nodeId);
  const given = workflow.inputs.map(({ name }): WireSource => ({ kind: 'input', input: name }));
  const made = nodesBefore(target?.nodeId ?? null, workflow).flatMap((before) =>
    (outputNames(before, around) ?? []).map((output): WireSource => ({ kind: 'output', node: before.id, output })),
  );
  const all = [...given, ...made];
  if (node === undefined || target === null) return all;
  return all.filter((source) => checkTypes(workflow, source, { node, input: target.input }, around) === null);
}
