/** What joins the nodes: wires and needs that name something that is there. */
import type { Finding } from './finding';
import { didYouMean } from './nearest';
import { parseWire } from './wires';
import type { Workflow, WorkflowNode } from './workflow';
import { child, entriesOf, rangeAt, textOf, type Tree, type TreePath } from './yamlTree';

/** What can be named in a workflow. */
interface Names {
  readonly inputs: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, WorkflowNode>;
}

/** Checks wires, `needs`, the module's outputs and the layout; outputs of modules are checked when they are loaded. */
export function checkWires(workflow: Workflow, tree: Tree): Finding[] {
  const names: Names = {
    inputs: new Set(workflow.inputs.map((input) => input.name)),
    nodes: new Map(workflow.nodes.map((node) => [node.id, node])),
  };
  const findings: Finding[] = [];
  for (const node of workflow.nodes) {
    const path = ['nodes', node.id];
    for (const finding of checkNeeds(node, names, tree)) findings.push({ ...finding, nodeId: node.id });
    for (const [name, value] of entriesOf(child(child(child(tree, 'nodes'), node.id), 'inputs'))) {
      const wirePath = [...path, 'inputs', name, 'from'];
      for (const finding of checkWire(textOf(child(value, 'from')), wirePath, names, tree)) {
        findings.push({ ...finding, nodeId: node.id });
      }
    }
  }
  for (const [name, value] of entriesOf(child(tree, 'outputs'))) {
    findings.push(...checkWire(textOf(child(value, 'from')), ['outputs', name, 'from'], names, tree));
  }
  if (workflow.kind === 'workflow' && workflow.outputs.length > 0) {
    const message = 'Only a module (`*.module.yaml`) hands on outputs; nothing reads these.';
    findings.push({ severity: 'warning', code: 'unused-outputs', message, range: rangeAt(tree, ['outputs']) });
  }
  findings.push(...checkLayout(workflow, names, tree));
  return findings;
}

function checkWire(text: string | undefined, path: TreePath, names: Names, tree: Tree): Finding[] {
  if (text === undefined) return [];
  const error = (code: string, message: string): Finding[] => [
    { severity: 'error', code, message, range: rangeAt(tree, path) },
  ];
  const source = parseWire(text);
  if (source === null) return error('bad-wire', `\`${text}\` is no source; write \`node.output\` or \`inputs.name\`.`);
  if (source.kind === 'input') {
    if (names.inputs.has(source.input)) return [];
    const hint = didYouMean(source.input, names.inputs);
    return error('unknown-input', `The workflow has no input \`${source.input}\`.${hint}`);
  }
  const node = names.nodes.get(source.node);
  if (node === undefined) {
    return error('unknown-node', `There is no node \`${source.node}\`.${didYouMean(source.node, names.nodes.keys())}`);
  }
  if (node.action.kind === 'module' || node.outputs.some((output) => output.name === source.output)) return [];
  return error(
    'unknown-output',
    unknownOutput(
      source.node,
      source.output,
      node.outputs.map((output) => output.name),
    ),
  );
}

/** The sentence for a wire from an output that a node does not have. */
export function unknownOutput(node: string, output: string, known: readonly string[]): string {
  return `\`${node}\` has no output \`${output}\`.${didYouMean(output, known)}`;
}

function checkNeeds(node: WorkflowNode, names: Names, tree: Tree): Finding[] {
  const list = child(child(child(tree, 'nodes'), node.id), 'needs');
  if (list?.kind !== 'list') return [];
  const seen = new Set<string>();
  return list.items.flatMap((item): Finding[] => {
    const id = textOf(item);
    if (id === undefined) return [];
    const isRepeated = seen.has(id);
    seen.add(id);
    const error = (code: string, message: string): Finding[] => [
      { severity: 'error', code, message, range: item.range },
    ];
    if (isRepeated) return error('duplicate-need', `\`${id}\` is needed twice; remove one of them.`);
    if (id === node.id) return error('self-need', `\`${id}\` cannot need itself; remove it here.`);
    if (names.nodes.has(id)) return [];
    return error('unknown-node', `There is no node \`${id}\`.${didYouMean(id, names.nodes.keys())}`);
  });
}

function checkLayout(workflow: Workflow, names: Names, tree: Tree): Finding[] {
  return Object.keys(workflow.layout).flatMap((id): Finding[] => {
    if (names.nodes.has(id) || id === 'inputs') return [];
    const message = `There is no node \`${id}\` to place.${didYouMean(id, names.nodes.keys())}`;
    return [{ severity: 'warning', code: 'unknown-node', message, range: rangeAt(tree, ['layout', id]) }];
  });
}
