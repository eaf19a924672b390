/** What each node and input says by itself: its action, its paths, its values. */
import type { Finding } from './finding';
import { fitsType } from './inputValues';
import { inputsNodeId } from './graph';
import { parseDuration } from './duration';
import { leavesFolder } from './paths';
import type { Workflow, WorkflowNode } from './workflow';
import { child, entriesOf, keyRangeAt, rangeAt, textOf, type Tree } from './yamlTree';

const actionKeys = ['run', 'script', 'uses'] as const;

/** Checks the workflow's inputs, and each node without regard to the others. */
export function checkNodes(workflow: Workflow, tree: Tree): Finding[] {
  const findings = workflow.inputs.flatMap((input) => checkDefault(input, tree));
  if (workflow.nodes.length === 0) {
    const message = `This ${workflow.kind} has no nodes; add one under \`nodes\`.`;
    findings.push({ severity: 'error', code: 'no-nodes', message, range: keyRangeAt(tree, ['nodes']) });
  }
  for (const node of workflow.nodes) findings.push(...checkNode(node, tree));
  return findings;
}

function checkDefault(input: Workflow['inputs'][number], tree: Tree): Finding[] {
  if (input.default === undefined || fitsType(input.type, input.default)) return [];
  const message = `The default of \`${input.name}\` is no ${input.type}: \`${input.default}\`.`;
  return [{ severity: 'error', code: 'bad-default', message, range: rangeAt(tree, ['inputs', input.name, 'default']) }];
}

function checkNode(node: WorkflowNode, tree: Tree): Finding[] {
  const path = ['nodes', node.id];
  const part = child(child(tree, 'nodes'), node.id);
  const findings: Finding[] = [];
  const report = (code: string, message: string, range: Finding['range']): void => {
    findings.push({ severity: 'error', code, message, range, nodeId: node.id });
  };
  if (node.id === inputsNodeId) {
    report(
      'invalid-name',
      '`inputs` stands for the inputs of the workflow; give this node another id.',
      keyRangeAt(tree, path),
    );
  }
  const actions = actionKeys.filter((key) => child(part, key) !== undefined);
  if (actions.length === 0 && part?.kind === 'map') {
    report(
      'no-action',
      `\`${node.id}\` does nothing; give it \`run\`, \`script\` or \`uses\`.`,
      keyRangeAt(tree, path),
    );
  }
  if (actions.length > 1) {
    const message = `\`${node.id}\` has ${actions.map((key) => `\`${key}\``).join(' and ')}; keep one of them.`;
    report('many-actions', message, keyRangeAt(tree, [...path, actions[1] ?? '']));
  }
  for (const key of actions) {
    if (textOf(child(part, key))?.trim() !== '') continue;
    report('empty-action', `\`${key}\` of \`${node.id}\` is empty; write what it runs.`, rangeAt(tree, [...path, key]));
  }
  if (node.action.kind === 'module') {
    for (const key of ['shell', 'outputs']) {
      if (child(part, key) === undefined) continue;
      const message = `A node that uses a module has no \`${key}\` of its own; remove it.`;
      report('not-of-module', message, keyRangeAt(tree, [...path, key]));
    }
  }
  const timeout = textOf(child(part, 'timeout'));
  if (timeout !== undefined && /^[\dhms]+$/.test(timeout) && parseDuration(timeout) === null) {
    report(
      'bad-duration',
      `\`${timeout}\` is no length of time that can be waited; write one such as \`10m\`.`,
      rangeAt(tree, [...path, 'timeout']),
    );
  }
  for (const [name, value] of entriesOf(child(part, 'inputs'))) {
    const given = ['from', 'file'].filter((key) => child(value, key) !== undefined);
    if (value.kind !== 'map' || given.length === 1) continue;
    report('bad-value', `\`${name}\` needs either \`from\` or \`file\`.`, keyRangeAt(tree, [...path, 'inputs', name]));
  }
  for (const output of node.outputs) {
    if (output.path !== '' && !leavesFolder(output.path)) continue;
    const message = `\`${output.path}\` is outside of the node's work folder; name a file or folder inside it.`;
    report('output-path', message, rangeAt(tree, [...path, 'outputs', output.name]));
  }
  return findings;
}
