/** Nodes as a piece of YAML: what is on the clipboard between a copy and a paste, and can be read by a person. */
import { inputsNodeId, type Graph } from '../graph';
import { graphOf } from '../graphOf';
import { applyEdits, type MovedNode } from '../moveEdit';
import { parseWorkflow, type ParsedFile } from '../parse';
import type { PlacedBox } from '../placeGroup';
import type { Problem } from '../problem';
import { readYaml } from '../readYaml';
import type { Workflow, WorkflowNode } from '../workflow';
import { child, entriesOf, type Tree } from '../yamlTree';
import { changesOf } from './changesOf';
import { longestFragment } from './fragmentLimit';
import { originOf } from './fragmentOrigin';
import { workflowRules } from './nodeValue';
import { compileChanges } from './yaml/compile';

export type FragmentReading =
  | { readonly kind: 'nodes'; readonly nodes: readonly WorkflowNode[]; readonly boxes: readonly PlacedBox[] }
  /** No nodes, or none that can be used: why, in a sentence. */
  | { readonly kind: 'refused'; readonly message: string };

/** The nodes as YAML, in the order of the file. `file`: path of their file in the workspace; `drawn`: where they are. */
export function fragmentOf(workflow: Workflow, nodeIds: readonly string[], file: string, drawn: Graph | null): string {
  const copied = new Set(nodeIds);
  const nodes = workflow.nodes.filter(({ id }) => copied.has(id));
  if (nodes.length === 0) return '';
  const positions = (drawn?.nodes ?? []).flatMap(({ id, position }): MovedNode[] =>
    copied.has(id) && id !== inputsNodeId ? [{ nodeId: id, ...position }] : [],
  );
  const head = `# Nodes of ${file}\n`;
  // A path may hold anything, a line end too.
  const text = originOf(head) === null ? '' : head;
  const { document } = readYaml(text);
  const changes = changesOf({ kind: 'addNodes', nodes, positions }, null);
  const edits = document === null ? null : compileChanges(text, document, changes, workflowRules);
  return edits === null ? '' : applyEdits(text, edits);
}

/** The nodes of a fragment, of a whole workflow file, or of a map of nodes. Never throws for what the text says. */
export function readFragment(text: string): FragmentReading {
  if (text.length > longestFragment) return refused('The text on the clipboard is too long to be pasted as nodes.');
  const found = parsedNodes(text.replaceAll('\r\n', '\n'));
  if (found === null) {
    return refused('There are no nodes on the clipboard. Copy nodes on a canvas, or the YAML of nodes.');
  }
  const { parsed, lineOffset } = found;
  if (parsed.readOnly !== null) {
    return refused('The nodes on the clipboard use anchors, aliases or merge keys. Paste them into the text instead.');
  }
  const wrong = parsed.problems.find((problem) => problem.severity === 'error' && !isOfElsewhere(problem));
  if (wrong !== undefined || parsed.workflow === null) {
    const line = (wrong?.range.start.line ?? 0) + 1 - lineOffset;
    return refused(`The nodes on the clipboard cannot be pasted. Line ${line}: ${wrong?.message ?? 'It is no map.'}`);
  }
  const { nodes } = parsed.workflow;
  const source = { entry: parsed.file, files: {} };
  const graph = graphOf({ source, workflow: parsed.workflow, modules: {}, problems: [] });
  const boxes = (graph?.nodes ?? []).filter(({ id }) => id !== inputsNodeId);
  return {
    kind: 'nodes',
    nodes,
    boxes: boxes.map(({ id, inputPorts, outputPorts, position }) => ({ id, inputPorts, outputPorts, position })),
  };
}

const name = 'clipboard.workflow.yaml';

/** Null for a text that has no nodes. */
function parsedNodes(text: string): { parsed: ParsedFile; lineOffset: number } | null {
  const { tree } = readYaml(text);
  if (tree?.kind !== 'map') return null;
  if (entriesOf(child(tree, 'nodes')).length > 0) return { parsed: parseWorkflow(name, text), lineOffset: 0 };
  if (!isMapOfNodes(tree)) return null;
  const inside = text.replaceAll(/^(?=.*\S)/gm, '  ');
  return { parsed: parseWorkflow(name, `nodes:\n${inside}`), lineOffset: 1 };
}

function isMapOfNodes(tree: Tree): boolean {
  const entries = entriesOf(tree);
  const does = (node: Tree): boolean => ['run', 'script', 'uses'].some((key) => child(node, key) !== undefined);
  return entries.length > 0 && entries.every(([, node]) => does(node));
}

/** What a fragment names beyond itself may be where it is pasted. The rest of a whole file is not pasted. */
function isOfElsewhere({ code, nodeId }: Problem): boolean {
  return elsewhereCodes.has(code) || (nodeId === undefined && !brokenCodes.has(code));
}

/** Of these it is open what the text means. */
const brokenCodes = new Set(['yaml', 'duplicate-key', 'bad-key', 'bad-merge', 'unknown-anchor', 'too-many-aliases']);
const elsewhereCodes = new Set(['unknown-node', 'unknown-input', 'unknown-output']);

function refused(message: string): FragmentReading {
  return { kind: 'refused', message };
}
