/** One file by itself: its text as a workflow, with what is wrong in it. Other files are the business of load.ts. */
import { checkCycles } from './checkCycles';
import { checkNodes } from './checkNodes';
import { checkWires } from './checkWires';
import { problemOf, textRange, type Finding } from './finding';
import { kindOfFile } from './paths';
import type { Problem, TextRange } from './problem';
import { readWorkflow } from './readWorkflow';
import { readYaml } from './readYaml';
import { checkShape } from './shape';
import type { Workflow } from './workflow';
import { rangeAt, type MapTree, type TreePath } from './yamlTree';

export interface ParsedFile {
  /** Key of the file in `WorkflowSource.files`. */
  readonly file: string;
  /** Null when the text is no map at all. */
  readonly workflow: Workflow | null;
  readonly problems: readonly Problem[];
  /** Why the canvas may not edit the file, in a sentence; null when it may. */
  readonly readOnly: string | null;
  /** Where the value at a path such as `nodes`, `scan`, `run` stands (a map: its key); the nearest part above it if it is absent. */
  readonly rangeAt: (path: TreePath) => TextRange;
  /** An error of this file about the value at a path such as `nodes`, `scan`, `uses`. */
  readonly errorAt: (path: TreePath, code: string, message: string, nodeId?: string) => Problem;
}

/** Why a file with anchors cannot be edited on the canvas. */
export const anchorsSentence =
  'This file uses anchors, aliases or merge keys, so one edit could change several places; edit it as text.';

/** What is wrong in a file whose YAML can be read. `workflow` must have been read from the tree. */
export function checkTree(workflow: Workflow, tree: MapTree): Finding[] {
  return [
    ...checkShape(tree),
    ...checkNodes(workflow, tree),
    ...checkWires(workflow, tree),
    ...checkCycles(workflow, tree),
  ];
}

/** Parses the text of a workflow or module file; `reading` is of this text. Never throws for what the text says. */
export function parseWorkflow(file: string, text: string, reading = readYaml(text)): ParsedFile {
  const { tree, findings, lines, usesAnchors } = reading;
  const problem = (finding: Finding): Problem => problemOf(finding, file, lines);
  const all = [...findings];
  let workflow: Workflow | null = null;
  if (tree?.kind === 'map') {
    workflow = readWorkflow(tree, kindOfFile(file));
    all.push(...checkTree(workflow, tree));
  } else if (!findings.some((finding) => finding.severity === 'error')) {
    const message = 'This is no workflow yet: the file must be a map with `nodes`.';
    all.push({ severity: 'error', code: 'not-a-workflow', message, range: tree?.range ?? [0, 0] });
  }
  const locate = (path: TreePath) => (tree === null ? ([0, 0] as const) : rangeAt(tree, path));
  return {
    file,
    workflow,
    problems: all.map(problem),
    readOnly: usesAnchors ? anchorsSentence : null,
    rangeAt: (path) => textRange(locate(path), lines),
    errorAt: (path, code, message, nodeId) =>
      problem({ severity: 'error', code, message, range: locate(path), ...(nodeId === undefined ? {} : { nodeId }) }),
  };
}
