/** Whether a wire or need may be drawn: what it comes from is there, fits, and no node would wait for itself. */
import { unknownOutput } from '../checkWires';
import { didYouMean } from '../nearest';
import type { InputType, WireSource, Workflow, WorkflowNode } from '../workflow';
import { isRefusal, nodeOf, refused } from './checkNames';
import type { EditSurroundings, Refusal } from './workflowEdit';

/** What speaks against a wire from `source`, as far as its source goes. */
export function checkSource(workflow: Workflow, source: WireSource, around: EditSurroundings): Refusal | null {
  if (source.kind === 'input') {
    const names = workflow.inputs.map((input) => input.name);
    if (names.includes(source.input)) return null;
    const hint = didYouMean(source.input, names);
    return refused('unknown-name', `The workflow has no input \`${source.input}\`.${hint}`);
  }
  const node = nodeOf(workflow, source.node);
  if (isRefusal(node)) return node;
  const names = outputNames(node, around);
  if (names === null || names.includes(source.output)) return null;
  return refused('unknown-name', unknownOutput(source.node, source.output, names));
}

/** What speaks against a wire into an input of a node. */
export function checkWire(
  workflow: Workflow,
  source: WireSource,
  target: { readonly node: WorkflowNode; readonly input: string },
  around: EditSurroundings,
): Refusal | null {
  const found = checkSource(workflow, source, around);
  if (found !== null) return found;
  if (source.kind === 'output') {
    const cycle = checkCycle(workflow, source.node, target.node.id);
    if (cycle !== null) return cycle;
  }
  return checkTypes(workflow, source, target, around);
}

/** What speaks against `nodeId` waiting for `before`: the way on which `before` waits for it already. */
export function checkCycle(workflow: Workflow, before: string, nodeId: string): Refusal | null {
  if (before === nodeId) return refused('cycle', `\`${nodeId}\` cannot wait for itself.`);
  const way = wayTo(workflow, before, nodeId);
  if (way === null) return null;
  const names = [nodeId, ...way.toReversed()].join(' → ');
  return refused(
    'cycle',
    `\`${before}\` waits for \`${nodeId}\` already: ${names}. The other way round it would never end.`,
  );
}

/** The nodes from `from` to just before `to`, each waiting for the next; null when `from` does not wait for `to`. */
function wayTo(workflow: Workflow, from: string, to: string): string[] | null {
  const cameFrom = searched(workflow, from);
  const last = cameFrom.get(to);
  return last === undefined || last === null ? null : [...backFrom(last, cameFrom)].toReversed();
}

/** The last search of a workflow: whoever looks for all that fits asks about one start after the other's ends. */
const searches = new WeakMap<
  Workflow,
  { readonly from: string; readonly cameFrom: ReadonlyMap<string, string | null> }
>();

/** Every node that `from` waits for, with the one on the way to it; null for `from` itself. */
function searched(workflow: Workflow, from: string): ReadonlyMap<string, string | null> {
  const known = searches.get(workflow);
  if (known?.from === from) return known.cameFrom;
  const nodes = new Map(workflow.nodes.map((node) => [node.id, node]));
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const id of cameFrom.keys()) {
    const node = nodes.get(id);
    for (const before of node === undefined ? [] : waitsFor(node)) {
      if (!cameFrom.has(before)) cameFrom.set(before, id);
    }
  }
  searches.set(workflow, { from, cameFrom });
  return cameFrom;
}

function* backFrom(id: string, cameFrom: ReadonlyMap<string, string | null>): Generator<string> {
  for (let step: string | null = id; step !== null; step = cameFrom.get(step) ?? null) yield step;
}

function waitsFor(node: WorkflowNode): string[] {
  const wired = node.inputs.flatMap(({ value }) =>
    value.kind === 'wire' && value.source.kind === 'output' ? [value.source.node] : [],
  );
  return [...wired, ...node.needs];
}

/** The outputs of a node; null for those of a module that is not known. */
export function outputNames(node: WorkflowNode, { moduleOf }: EditSurroundings): string[] | null {
  if (node.action.kind !== 'module') return node.outputs.map((output) => output.name);
  return moduleOf?.(node.action.uses)?.outputs.map((output) => output.name) ?? null;
}

/** What speaks against a value of the source in an input: only modules say what theirs take. */
export function checkTypes(
  workflow: Workflow,
  source: WireSource,
  { node, input }: { readonly node: WorkflowNode; readonly input: string },
  { moduleOf }: EditSurroundings,
): Refusal | null {
  const module = node.action.kind === 'module' ? moduleOf?.(node.action.uses) : null;
  if (!module) return null;
  const wanted = module.inputs.find((one) => one.name === input);
  if (wanted === undefined) {
    const hint = didYouMean(
      input,
      module.inputs.map((one) => one.name),
    );
    return refused('unknown-name', `The module of \`${node.id}\` has no input \`${input}\`.${hint}`);
  }
  const given = givenType(workflow, source);
  if (given === null || fits(given, wanted.type)) return null;
  return refused('wrong-type', `\`${input}\` of \`${node.id}\` takes a ${wanted.type}; this is a ${given}.`);
}

/** What comes out of a node is a file or a folder; which, only a run can tell. */
function givenType(workflow: Workflow, source: WireSource): InputType | 'file or folder' | null {
  if (source.kind === 'output') return 'file or folder';
  return workflow.inputs.find((one) => one.name === source.input)?.type ?? null;
}

function fits(given: InputType | 'file or folder', wanted: InputType): boolean {
  if (wanted === 'string' || given === 'string' || given === wanted) return true;
  return given === 'file or folder' && (wanted === 'file' || wanted === 'folder');
}
