/** What differs between two versions of a workflow. Script files and modules count by what they say. */
import { canonicalNode, type Surroundings } from './canonical';
import type { NodeField } from './nodeField';
import { planOf, withAllAfter } from './plan';
import { surroundingsOf, type WorkflowContent } from './version';
import { wireText } from './wires';
import type { Position, Workflow, WorkflowNode } from './workflow';

export interface WorkflowDifferences {
  /** Nodes that only the second version has, in its order. */
  readonly added: readonly string[];
  /** Nodes that only the first version has, in its order. */
  readonly removed: readonly string[];
  readonly changed: readonly ChangedNode[];
  /** Nodes whose position is all that differs. */
  readonly moved: readonly string[];
  readonly addedWires: readonly Wire[];
  readonly removedWires: readonly Wire[];
  /** Names of workflow inputs that were added, removed or changed. */
  readonly inputs: readonly string[];
  /** Names of module outputs that were added, removed or changed. */
  readonly outputs: readonly string[];
}

export interface ChangedNode {
  readonly id: string;
  readonly fields: readonly NodeField[];
}

export interface Wire {
  /** As the file writes it: `node.output` or `inputs.name`. */
  readonly from: string;
  readonly node: string;
  readonly input: string;
}

/** What differs from the first version to the second. A version that cannot be read has no nodes. */
export function differencesBetween(before: WorkflowContent, after: WorkflowContent): WorkflowDifferences {
  const nodesBefore = nodesById(before.workflow);
  const nodesAfter = nodesById(after.workflow);
  const around = { before: surroundingsOf(before), after: surroundingsOf(after) };
  const changed: ChangedNode[] = [];
  const moved: string[] = [];
  for (const [id, node] of nodesAfter) {
    const old = nodesBefore.get(id);
    if (old === undefined) continue;
    const fields = changedFields(old, around.before, node, around.after);
    if (fields.length > 0) changed.push({ id, fields });
    else if (!samePosition(positionOf(before.workflow, id), positionOf(after.workflow, id))) moved.push(id);
  }
  const wiresBefore = wiresByText(before.workflow);
  const wiresAfter = wiresByText(after.workflow);
  return {
    added: missingFrom(nodesBefore, nodesAfter.keys()),
    removed: missingFrom(nodesAfter, nodesBefore.keys()),
    changed,
    moved,
    addedWires: [...wiresAfter].flatMap(([text, wire]) => (wiresBefore.has(text) ? [] : [wire])),
    removedWires: [...wiresBefore].flatMap(([text, wire]) => (wiresAfter.has(text) ? [] : [wire])),
    inputs: differingNames(inputsByName(before.workflow), inputsByName(after.workflow)),
    outputs: differingNames(outputsByName(before.workflow), outputsByName(after.workflow)),
  };
}

/**
 * Ids of the live nodes whose result in the run no longer stands: edited since the run (definition, script text, module)
 * or added, fed by a workflow input that was edited, behind a node that was removed, and all nodes after one of these.
 */
export function staleNodes(ran: WorkflowContent, live: WorkflowContent): string[] {
  if (live.workflow === null) return [];
  const around = { ran: surroundingsOf(ran), live: surroundingsOf(live) };
  const ranNodes = nodesById(ran.workflow);
  const liveNodes = nodesById(live.workflow);
  const inputs = new Set(differingNames(inputsByName(ran.workflow), inputsByName(live.workflow)));
  const isEdited = (node: WorkflowNode): boolean => {
    const old = ranNodes.get(node.id);
    if (old === undefined || canonicalNode(old, around.ran) !== canonicalNode(node, around.live)) return true;
    const isBehindRemoved = node.needs.some((id) => !liveNodes.has(id) && ranNodes.has(id));
    return (
      isBehindRemoved ||
      node.inputs.some(({ value }) => {
        if (value.kind !== 'wire') return false;
        const { source } = value;
        return source.kind === 'input' ? inputs.has(source.input) : !liveNodes.has(source.node);
      })
    );
  };
  const edited = live.workflow.nodes.filter(isEdited).map((node) => node.id);
  const stale = withAllAfter(planOf(live.workflow), edited);
  return live.workflow.nodes.map((node) => node.id).filter((id) => stale.has(id));
}

function changedFields(
  old: WorkflowNode,
  oldAround: Surroundings,
  node: WorkflowNode,
  around: Surroundings,
): NodeField[] {
  const fields: NodeField[] = old.label === node.label ? [] : ['label'];
  if (canonicalNode(old, oldAround) === canonicalNode(node, around)) return fields;
  const a = partsOf(old, oldAround);
  const b = partsOf(node, around);
  for (const field of comparedFields) if (a[field] !== b[field]) fields.push(field);
  return fields;
}

const comparedFields = [
  'command',
  'script',
  'module',
  'shell',
  'inputs',
  'wires',
  'outputs',
  'needs',
  'when',
  'timeout',
  'retries',
  'machine',
] as const satisfies readonly NodeField[];

/** Each field as a text that is equal when the field means the same. */
function partsOf(node: WorkflowNode, around: Surroundings): Record<(typeof comparedFields)[number], string> {
  const { action } = node;
  const sorted = (lines: string[]): string => JSON.stringify(lines.sort());
  const isWire = (input: WorkflowNode['inputs'][number]): boolean => input.value.kind === 'wire';
  return {
    command: action.kind === 'run' ? `run ${action.run}` : '',
    script: action.kind === 'script' ? `script ${around.scriptText(action.script) ?? ''}` : '',
    module: action.kind === 'module' ? `module ${around.moduleVersion(action.uses) ?? ''}` : '',
    shell: action.kind === 'module' ? '' : action.shell,
    inputs: sorted(node.inputs.filter((input) => !isWire(input)).map((input) => JSON.stringify(input))),
    wires: sorted(node.inputs.filter(isWire).map((input) => JSON.stringify(input))),
    outputs: sorted(node.outputs.map((output) => JSON.stringify([output.name, output.path]))),
    needs: sorted([...node.needs]),
    when: node.when,
    timeout: String(node.timeoutSeconds ?? ''),
    retries: String(node.retries),
    machine: node.machine ?? '',
  };
}

function nodesById(workflow: Workflow | null): Map<string, WorkflowNode> {
  return new Map(workflow?.nodes.map((node) => [node.id, node]));
}

function wiresByText(workflow: Workflow | null): Map<string, Wire> {
  const wires = (workflow?.nodes ?? []).flatMap((node) =>
    node.inputs.flatMap(({ name, value }): Wire[] =>
      value.kind === 'wire' ? [{ from: wireText(value.source), node: node.id, input: name }] : [],
    ),
  );
  return new Map(wires.map((wire) => [`${wire.from}>${wire.node}.${wire.input}`, wire]));
}

function inputsByName(workflow: Workflow | null): Map<string, string> {
  return new Map(workflow?.inputs.map((input) => [input.name, JSON.stringify([input.type, input.default ?? null])]));
}

function outputsByName(workflow: Workflow | null): Map<string, string> {
  return new Map(workflow?.outputs.map((output) => [output.name, wireText(output.from)]));
}

function differingNames(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}

function missingFrom(known: ReadonlyMap<string, unknown>, ids: Iterable<string>): string[] {
  return [...ids].filter((id) => !known.has(id));
}

function positionOf(workflow: Workflow | null, id: string): Position | undefined {
  return workflow !== null && Object.hasOwn(workflow.layout, id) ? workflow.layout[id] : undefined;
}

function samePosition(a: Position | undefined, b: Position | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}
