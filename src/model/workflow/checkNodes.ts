/** What each node and input says by itself: its action, its paths, its values. */
import type { Finding } from './finding';
import { fitsType } from './inputValues';
import { inputsNodeId } from './graph';
import { durationPattern, parseDuration } from './duration';
import { leavesFolder } from './paths';
import type { Workflow, WorkflowNode } from './workflow';
import { child, entriesOf, keyRangeAt, rangeAt, textOf, type OffsetRange, type Tree } from './yamlTree';

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

/** What the checks of one node share. */
interface Subject {
  readonly node: WorkflowNode;
  readonly part: Tree | undefined;
  readonly rangeOf: (...path: string[]) => OffsetRange;
  readonly keyRangeOf: (...path: string[]) => OffsetRange;
  readonly report: (code: string, message: string, range: OffsetRange) => void;
}

function checkNode(node: WorkflowNode, tree: Tree): Finding[] {
  const findings: Finding[] = [];
  const subject: Subject = {
    node,
    part: child(child(tree, 'nodes'), node.id),
    rangeOf: (...path) => rangeAt(tree, ['nodes', node.id, ...path]),
    keyRangeOf: (...path) => keyRangeAt(tree, ['nodes', node.id, ...path]),
    report: (code, message, range) => findings.push({ severity: 'error', code, message, range, nodeId: node.id }),
  };
  if (node.id === inputsNodeId) {
    const message = '`inputs` stands for the inputs of the workflow; give this node another id.';
    subject.report('invalid-name', message, subject.keyRangeOf());
  }
  checkAction(subject);
  checkTimeout(subject);
  checkInputs(subject);
  checkOutputs(subject);
  return findings;
}

function checkAction({ node, part, rangeOf, keyRangeOf, report }: Subject): void {
  const actions = actionKeys.filter((key) => child(part, key) !== undefined);
  if (actions.length === 0 && part?.kind === 'map') {
    report('no-action', `\`${node.id}\` does nothing; give it \`run\`, \`script\` or \`uses\`.`, keyRangeOf());
  }
  if (actions.length > 1) {
    const message = `\`${node.id}\` has ${actions.map((key) => `\`${key}\``).join(' and ')}; keep one of them.`;
    report('many-actions', message, keyRangeOf(actions[1] ?? ''));
  }
  for (const key of actions) {
    if (textOf(child(part, key))?.trim() !== '') continue;
    report('empty-action', `\`${key}\` of \`${node.id}\` is empty; write what it runs.`, rangeOf(key));
  }
  if (node.action.kind !== 'module') return;
  for (const key of ['shell', 'outputs']) {
    if (child(part, key) === undefined) continue;
    report('not-of-module', `A node that uses a module has no \`${key}\` of its own; remove it.`, keyRangeOf(key));
  }
}

/** The schema knows how a length of time is written; here are those that are written well and still cannot be waited. */
function checkTimeout({ part, rangeOf, report }: Subject): void {
  const timeout = child(part, 'timeout');
  if (timeout?.kind !== 'scalar' || typeof timeout.value !== 'string') return;
  if (!durationPattern.test(timeout.text) || parseDuration(timeout.text) !== null) return;
  const message = `\`${timeout.text}\` is no length of time that can be waited; write one such as \`10m\`.`;
  report('bad-duration', message, rangeOf('timeout'));
}

function checkInputs({ part, keyRangeOf, report }: Subject): void {
  for (const [name, value] of entriesOf(child(part, 'inputs'))) {
    const given = ['from', 'file'].filter((key) => child(value, key) !== undefined);
    if (value.kind !== 'map' || given.length === 1) continue;
    report('bad-value', `\`${name}\` needs either \`from\` or \`file\`.`, keyRangeOf('inputs', name));
  }
}

function checkOutputs({ node, rangeOf, report }: Subject): void {
  for (const { name, path } of node.outputs) {
    if (path !== '' && !leavesFolder(path)) continue;
    const message = `\`${path}\` is outside of the node's work folder; name a file or folder inside it.`;
    report('output-path', message, rangeOf('outputs', name));
  }
}
