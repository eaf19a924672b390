/** Two versions of a workflow next to each other: one graph of both, and every difference with its values. */
import { differencesBetween, type WorkflowDifferences } from '../workflow/diff';
import { graphOf } from '../workflow/graphOf';
import type { LoadedWorkflow } from '../workflow/load';
import { moduleContent } from '../workflow/moduleScope';
import { surroundingsOf, type WorkflowContent } from '../workflow/version';
import { wireText } from '../workflow/wires';
import type { Workflow, WorkflowNode } from '../workflow/workflow';
import type {
  ComparedNode,
  ComparedVersions,
  DeclaredInput,
  FieldDifference,
  NodeDifferenceKind,
  ValueDifference,
} from './difference';
import { fieldDifferences, type NodeSide } from './nodeValues';
import { filePairs, textPairs } from './textPairs';
import { unionGraph } from './unionGraph';

/** What differs from the left version to the right one; null when one of them cannot be read as a workflow. */
export function comparedVersions(left: LoadedWorkflow, right: LoadedWorkflow): ComparedVersions | null {
  const before = graphOf(left);
  const after = graphOf(right);
  if (before === null || after === null || left.workflow === null || right.workflow === null) return null;
  const { edgeKinds, ...graph } = unionGraph(
    { graph: before, layout: left.workflow.layout },
    { graph: after, layout: right.workflow.layout },
  );
  return {
    isSameVersion: left.versionId !== null && left.versionId === right.versionId,
    graph,
    edgeKinds,
    nodes: nodesOf(left, right, '', []),
    declared: declaredDifferences(left.workflow, right.workflow, differencesBetween(left, right), ''),
    presets: { left: presetsOf(left.workflow), right: presetsOf(right.workflow) },
    files: filePairs(left.source, right.source),
  };
}

/** `way`: pairs of files that lead here, since modules that use each other in a circle have no end. */
function nodesOf(
  left: WorkflowContent,
  right: WorkflowContent,
  prefix: string,
  way: readonly string[],
): ComparedNode[] {
  const differences = differencesBetween(left, right);
  const around = { left: surroundingsOf(left), right: surroundingsOf(right) };
  const nodes = { left: byId(left), right: byId(right) };
  const sideOf = (side: 'left' | 'right', id: string): NodeSide => {
    const node = nodes[side].get(id);
    return node === undefined ? null : { node, around: around[side] };
  };
  const entries = { left: left.source.entry, right: right.source.entry };
  const compared = (id: string, kind: NodeDifferenceKind): ComparedNode => {
    const [one, other] = [sideOf('left', id), sideOf('right', id)];
    const values = kind === 'moved' ? [] : fieldDifferences(one, other);
    const title = other?.node.label ?? one?.node.label ?? id;
    const texts = textPairs({ left: one?.node, right: other?.node }, entries, id, values);
    return { path: prefix + id, title, kind, values, texts };
  };
  return [
    ...differences.changed.flatMap(({ id, fields }) => {
      const node = compared(id, 'changed');
      if (!fields.includes('module')) return [node];
      const inside = insideOf(left, right, id, prefix, way);
      return [{ ...node, values: [...node.values, ...inside.declared] }, ...inside.nodes];
    }),
    ...differences.added.map((id) => compared(id, 'added')),
    ...differences.removed.map((id) => compared(id, 'removed')),
    ...differences.moved.map((id) => compared(id, 'moved')),
  ];
}

interface Inside {
  readonly nodes: readonly ComparedNode[];
  readonly declared: readonly FieldDifference[];
}

/** What differs inside of a module node that both sides have. */
function insideOf(
  left: WorkflowContent,
  right: WorkflowContent,
  id: string,
  prefix: string,
  way: readonly string[],
): Inside {
  const one = moduleContent(left, id);
  const other = moduleContent(right, id);
  const step = JSON.stringify([one?.source.entry, other?.source.entry]);
  if (!one?.workflow || !other?.workflow || way.includes(step)) return { nodes: [], declared: [] };
  const declared = declaredDifferences(one.workflow, other.workflow, differencesBetween(one, other), 'module ');
  return {
    nodes: nodesOf(one, other, `${prefix}${id}/`, [...way, step]),
    declared: declared.map((value) => ({ ...value, fields: ['module'] })),
  };
}

function declaredDifferences(
  left: Workflow,
  right: Workflow,
  { inputs, outputs }: WorkflowDifferences,
  prefix: string,
): ValueDifference[] {
  const value = (
    name: string,
    texts: (workflow: Workflow) => ReadonlyMap<string, string>,
    key: string,
  ): ValueDifference => ({
    name: `${prefix}${name} ${key}`,
    left: texts(left).get(key) ?? null,
    right: texts(right).get(key) ?? null,
    look: 'words',
  });
  return [
    ...inputs.map((name) => value('input', inputTexts, name)),
    ...outputs.map((name) => value('output', outputTexts, name)),
  ];
}

function presetsOf({ inputs }: Workflow): DeclaredInput[] {
  return inputs.map(({ name, default: preset }) => ({ name, preset: preset ?? null }));
}

function inputTexts({ inputs }: Workflow): Map<string, string> {
  return new Map(
    inputs.map(({ name, type, default: preset }) => [
      name,
      preset === undefined ? type : `${type}, default ${preset === '' ? 'empty' : preset}`,
    ]),
  );
}

function outputTexts({ outputs }: Workflow): Map<string, string> {
  return new Map(outputs.map(({ name, from }) => [name, `from ${wireText(from)}`]));
}

function byId({ workflow }: WorkflowContent): Map<string, WorkflowNode> {
  return new Map(workflow?.nodes.map((node) => [node.id, node]));
}
