/** The workflows a parser's worker keeps, by handle, and what is asked about them. */
import { createHash } from 'node:crypto';
import { editWorkflow, movedNodes } from '../../model/workflow/edit/editWorkflow';
import type { EditResult, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import { graphOf } from '../../model/workflow/graphOf';
import { loadWorkflow, readFrom, type LoadedWorkflow, type ReadText } from '../../model/workflow/load';
import { parseWorkflow } from '../../model/workflow/parse';
import { defaultName, keyOfReference, kindOfFile } from '../../model/workflow/paths';
import { readYaml } from '../../model/workflow/readYaml';
import type { Workflow, WorkflowNode, WorkflowSource } from '../../model/workflow/workflow';
import { keyRangeAt, treeAt } from '../../model/workflow/yamlTree';
import type { NodeInspection } from '../../protocol/editor';
import type { NodeSource, ParsedWorkflow } from './parserProtocol';

/** What was asked for is not there; the message is a sentence. */
class NotKeptError extends Error {}

interface Kept {
  readonly loaded: LoadedWorkflow;
  readonly parsed: ParsedWorkflow;
}

export class KeptWorkflows {
  readonly #kept = new Map<string, Kept>();

  /** Reads a workflow and keeps it. */
  async load(handle: string, entry: string, read: ReadText): Promise<ParsedWorkflow> {
    const loaded = await loadWorkflow(entry, read);
    const kept = { loaded, parsed: parsedOf(loaded) };
    this.#kept.set(handle, kept);
    return kept.parsed;
  }

  /** Reads a workflow from texts at hand; texts that were read already, as those of a run of the live version, are not read again. */
  async loadSource(handle: string, source: WorkflowSource): Promise<ParsedWorkflow> {
    const twin = [...this.#kept.values()].find(({ loaded }) => isSameSource(loaded.source, source));
    if (twin === undefined) return this.load(handle, source.entry, readFrom(source.files));
    this.#kept.set(handle, twin);
    return twin.parsed;
  }

  /** @throws NotKeptError */
  get(handle: string): LoadedWorkflow {
    const kept = this.#kept.get(handle);
    if (kept === undefined) throw new NotKeptError('The workflow is not open any more. Open it again.');
    return kept.loaded;
  }

  /** All of one node for the inspector. @throws NotKeptError */
  inspect(handle: string, nodeId: string): NodeInspection {
    const loaded = this.get(handle);
    const node = nodeOf(loaded, nodeId);
    return {
      id: node.id,
      title: node.label ?? node.id,
      action: node.action,
      code: codeOf(loaded, node),
      inputs: node.inputs,
      outputs: node.outputs,
      needs: node.needs,
      when: node.when,
      timeoutSeconds: node.timeoutSeconds ?? null,
      retries: node.retries,
      machine: node.machine ?? null,
    };
  }

  /** Where a node's command, script or module stands. @throws NotKeptError */
  locate(handle: string, nodeId: string): NodeSource {
    const loaded = this.get(handle);
    const { entry, files } = loaded.source;
    const file = fileOf(loaded, nodeOf(loaded, nodeId));
    if (file !== null) return { file, range: null };
    const { tree } = readYaml(files[entry] ?? '');
    if (tree === null) return { file: entry, range: null };
    const path = ['nodes', nodeId];
    return { file: entry, range: { start: keyRangeAt(tree, path)[0], end: treeAt(tree, path)?.range[1] ?? 0 } };
  }

  /** The text edits of the entry file that make the edit, or why there are none. @throws NotKeptError */
  edit(handle: string, text: string, edit: WorkflowEdit): EditResult {
    if (edit.kind === 'move') return movedNodes(text, edit);
    const loaded = this.get(handle);
    const { entry, files } = loaded.source;
    const own = loaded.problems.filter(({ file }) => file === entry);
    // A document may be ahead of what was read, by a key that was just pressed.
    const file = files[entry] === text ? { ...loaded, file: entry, problems: own } : parseWorkflow(entry, text);
    const moduleOf = (uses: string): Workflow | null => loaded.modules[keyOfReference(entry, uses) ?? ''] ?? null;
    return editWorkflow(text, file, edit, { moduleOf });
  }

  release(handle: string): void {
    this.#kept.delete(handle);
  }
}

function parsedOf(loaded: LoadedWorkflow): ParsedWorkflow {
  const { entry } = loaded.source;
  return {
    title: loaded.workflow?.name ?? defaultName(entry),
    kind: kindOfFile(entry),
    graph: graphOf(loaded),
    problems: loaded.problems,
    versionId: loaded.versionId,
    version: loaded.versionId ?? `with errors: ${digestOf(loaded.source)}`,
    readOnly: loaded.readOnly,
  };
}

function digestOf(source: WorkflowSource): string {
  const hash = createHash('sha256');
  for (const file of Object.keys(source.files).sort()) hash.update(JSON.stringify([file, source.files[file]]));
  return hash.digest('hex');
}

function isSameSource(one: WorkflowSource, other: WorkflowSource): boolean {
  const files = Object.entries(one.files);
  return (
    one.entry === other.entry &&
    files.length === Object.keys(other.files).length &&
    files.every(([file, text]) => other.files[file] === text)
  );
}

function nodeOf(loaded: LoadedWorkflow, nodeId: string): WorkflowNode {
  const node = loaded.workflow?.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) throw new NotKeptError(`There is no node ${nodeId} in this version of the workflow.`);
  return node;
}

/** The file a node is made of; null when it stands in the workflow file itself. */
function fileOf(loaded: LoadedWorkflow, { action }: WorkflowNode): string | null {
  const { entry } = loaded.source;
  switch (action.kind) {
    case 'run':
      return null;
    case 'script':
      return keyOfReference(entry, action.script);
    case 'module':
      return keyOfReference(entry, action.uses);
  }
}

function codeOf(loaded: LoadedWorkflow, node: WorkflowNode): string | null {
  switch (node.action.kind) {
    case 'run':
      return node.action.run;
    case 'script':
      return loaded.source.files[fileOf(loaded, node) ?? ''] ?? null;
    case 'module':
      return null;
  }
}
