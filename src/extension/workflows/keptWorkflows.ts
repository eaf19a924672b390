/** The workflows a parser's worker keeps, by handle, and what is asked about them. */
import { createHash } from 'node:crypto';
import { arrangeAgain } from '../../model/workflow/arrangeAgain';
import { editWorkflow, movedNodes, type EditedFile } from '../../model/workflow/edit/editWorkflow';
import { fragmentOf } from '../../model/workflow/edit/fragment';
import { placesKept } from '../../model/workflow/edit/placesKept';
import {
  sourcesOf,
  targetsOf,
  type ConnectionSource,
  type ConnectionTarget,
  type NodeFit,
} from '../../model/workflow/edit/fits';
import type { EditResult, EditSurroundings, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import { inputsNodeId } from '../../model/workflow/graph';
import { graphOf } from '../../model/workflow/graphOf';
import { loadWorkflow, readFrom, type LoadedWorkflow, type ReadText } from '../../model/workflow/load';
import type { MendOffer } from '../../model/workflow/mends/mend';
import { mendsOf } from '../../model/workflow/mends/mendsOf';
import { placedProblems, type PlacedProblem } from '../../model/workflow/mends/placedProblems';
import type { MovedNode } from '../../model/workflow/moveEdit';
import { parseWorkflow } from '../../model/workflow/parse';
import { defaultName, keyOfReference, kindOfFile } from '../../model/workflow/paths';
import type { NodeRange } from '../../model/workflow/nodeRanges';
import type { TextPosition, TextRange } from '../../model/workflow/problem';
import { readNodeRanges } from '../../model/workflow/readNodeRanges';
import { readYaml } from '../../model/workflow/readYaml';
import type { Workflow, WorkflowNode, WorkflowSource } from '../../model/workflow/workflow';
import { keyRangeAt, treeAt } from '../../model/workflow/yamlTree';
import type { NodeInspection } from '../../protocol/nodeInspection';
import { fileOf, inspectionOf, settingsOf } from './inspection';
import { LastReading } from './lastReading';
import { afterReading, type ReadWorkflow } from './lastDrawn';
import type { NodeSource, ParsedWorkflow } from './parserProtocol';

/** What was asked for is not there; the message is a sentence. */
class NotKeptError extends Error {}

interface Kept extends ReadWorkflow {
  /** Once they were asked for. */
  ranges?: readonly NodeRange[];
}

export class KeptWorkflows {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly readings = new LastReading()) {}

  /** Reads a workflow and keeps it; a text that cannot be drawn leaves the graph of the one before it. */
  async load(handle: string, entry: string, read: ReadText): Promise<ParsedWorkflow> {
    const loaded = await loadWorkflow(entry, read, (file, text) =>
      parseWorkflow(file, text, file === entry ? this.readings.of(text) : readYaml(text)),
    );
    const kept = afterReading(this.#kept.get(handle), loaded, parsedOf(loaded));
    this.#kept.set(handle, kept);
    return kept.parsed;
  }

  /** Reads a workflow from texts at hand; texts that were read already, as those of a run of the live version, are not read again. */
  async loadSource(handle: string, source: WorkflowSource): Promise<ParsedWorkflow> {
    const twin = [...this.#kept.values()].find(
      ({ loaded, parsed }) => parsed.outdated === null && isSameSource(loaded.source, source),
    );
    if (twin === undefined) return this.load(handle, source.entry, readFrom(source.files));
    this.#kept.set(handle, twin);
    return twin.parsed;
  }

  /** @throws NotKeptError */
  get(handle: string): LoadedWorkflow {
    return this.#keptAt(handle).loaded;
  }

  /** Where the nodes stand in the text of the entry file. @throws NotKeptError */
  nodeRanges(handle: string): readonly NodeRange[] {
    const kept = this.#keptAt(handle);
    const { entry, files } = kept.loaded.source;
    kept.ranges ??= readNodeRanges(files[entry] ?? '');
    return kept.ranges;
  }

  /** All of one node for the inspector. @throws NotKeptError */
  inspect(handle: string, nodeId: string): NodeInspection {
    const loaded = this.#keptAt(handle).drawn;
    return inspectionOf(loaded, nodeOf(loaded, nodeId));
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

  /** What is known around the workflow under the handle; nothing when none is kept. */
  surroundings(handle: string): EditSurroundings {
    const kept = this.#kept.get(handle);
    return kept === undefined ? {} : surroundings(kept.loaded);
  }

  /** The text edits of the entry file that make the edit, or why there are none. @throws NotKeptError */
  edit(handle: string, text: string, edit: WorkflowEdit): EditResult {
    if (edit.kind === 'move') return movedNodes(text, this.#withThoseLeft(handle, text, edit));
    const loaded = this.get(handle);
    return editWorkflow(text, entryFile(loaded, text), this.#keepingPlaces(handle, edit), surroundings(loaded));
  }

  /** What mends the problems of `text`, the entry file, that touch the range; of all problems if it is null. @throws NotKeptError */
  mends(handle: string, text: string, at: TextRange | null): MendOffer[] {
    const loaded = this.get(handle);
    const parsed = entryFile(loaded, text);
    const problems = parsed.problems.filter(({ range }) => at === null || touches(range, at));
    if (problems.length === 0) return [];
    const file = { text, reading: this.readings.of(text), parsed, around: surroundings(loaded) };
    return problems.flatMap((problem) => {
      const mends = mendsOf(problem, file);
      return mends.length === 0 ? [] : [{ problem, mends }];
    });
  }

  /** All problems of `text`, the entry file, each at its place and with what mends it. @throws NotKeptError */
  placedProblems(handle: string, text: string): PlacedProblem[] {
    const loaded = this.get(handle);
    const parsed = entryFile(loaded, text);
    if (parsed.problems.length === 0) return [];
    return placedProblems({ text, reading: this.readings.of(text), parsed, around: surroundings(loaded) });
  }

  /** All that a connection from the source may lead to in `text`, the entry file. @throws NotKeptError */
  targets(handle: string, text: string, source: ConnectionSource): NodeFit[] {
    const loaded = this.get(handle);
    const { workflow } = entryFile(loaded, text);
    return workflow === null ? [] : targetsOf(workflow, source, surroundings(loaded));
  }

  /** All that a connection to the target may come from in `text`, the entry file. @throws NotKeptError */
  sources(handle: string, text: string, target: ConnectionTarget): NodeFit[] {
    const loaded = this.get(handle);
    const { workflow } = entryFile(loaded, text);
    return workflow === null ? [] : sourcesOf(workflow, target, surroundings(loaded));
  }

  /** Where the nodes, or all if null, stand once they are arranged; with them those without a place, which would move too. @throws NotKeptError */
  arrange(handle: string, nodeIds: readonly string[] | null): MovedNode[] {
    const { loaded, parsed } = this.#keptAt(handle);
    if (parsed.graph === null || loaded.workflow === null) return [];
    const moved = arrangeAgain(parsed.graph, nodeIds);
    const arranged = new Set(moved.map(({ nodeId }) => nodeId));
    const { kept } = placesKept(moved, loaded.workflow, parsed.graph);
    return [...moved, ...kept.filter(({ nodeId }) => !arranged.has(nodeId))];
  }

  /** Nodes as a piece of YAML; empty when none of them is there. @throws NotKeptError */
  fragment(handle: string, nodeIds: readonly string[]): string {
    const { workflow, source } = this.get(handle);
    if (workflow === null) return '';
    return fragmentOf(workflow, nodeIds, source.entry, this.#kept.get(handle)?.parsed.graph ?? null);
  }

  /** New nodes that come to a place leave the others where they are drawn. */
  #keepingPlaces(handle: string, edit: WorkflowEdit): WorkflowEdit {
    const kept = this.#kept.get(handle);
    const workflow = kept?.loaded.workflow ?? null;
    if (edit.kind !== 'paste' || kept === undefined || workflow === null) return edit;
    return { ...edit, ...placesKept(edit.positions, workflow, kept.parsed.graph) };
  }

  /** Nodes that are moved leave those without a place where they are drawn, too. */
  #withThoseLeft(handle: string, text: string, edit: WorkflowEdit & { kind: 'move' }): WorkflowEdit & { kind: 'move' } {
    const kept = this.#kept.get(handle);
    if (kept === undefined) return edit;
    const { loaded, parsed } = kept;
    if (loaded.workflow === null) return edit;
    const leftOf = (workflow: Workflow): readonly MovedNode[] => placesKept(edit.moved, workflow, parsed.graph).kept;
    if (leftOf(loaded.workflow).length === 0) return edit;
    // A move that is not read yet has given places already.
    const { workflow } = entryFile(loaded, text);
    if (workflow === null) return edit;
    const known = new Set([inputsNodeId, ...workflow.nodes.map(({ id }) => id)]);
    for (const { nodeId } of edit.moved) known.delete(nodeId);
    return { ...edit, moved: [...edit.moved, ...leftOf(workflow).filter(({ nodeId }) => known.has(nodeId))] };
  }

  release(handle: string): void {
    this.#kept.delete(handle);
  }

  #keptAt(handle: string): Kept {
    const kept = this.#kept.get(handle);
    if (kept === undefined) throw new NotKeptError('The workflow is not open any more. Open it again.');
    return kept;
  }
}

/** The entry file as `text`: a document may be ahead of what was read, by a key that was just pressed. */
function entryFile({ source, ...loaded }: LoadedWorkflow, text: string): EditedFile {
  const { entry, files } = source;
  if (files[entry] !== text) return parseWorkflow(entry, text);
  return { ...loaded, file: entry, problems: loaded.problems.filter(({ file }) => file === entry) };
}

function surroundings({ source, modules }: LoadedWorkflow): EditSurroundings {
  return { moduleOf: (uses) => modules[keyOfReference(source.entry, uses) ?? ''] ?? null };
}

function touches(one: TextRange, other: TextRange): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: TextPosition, other: TextPosition): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function parsedOf(loaded: LoadedWorkflow): ParsedWorkflow {
  const { entry } = loaded.source;
  return {
    title: loaded.workflow?.name ?? defaultName(entry),
    kind: kindOfFile(entry),
    inputs: loaded.workflow?.inputs ?? [],
    settings: loaded.workflow === null ? null : settingsOf(loaded.workflow),
    graph: graphOf(loaded),
    problems: loaded.problems,
    versionId: loaded.versionId,
    version: loaded.versionId ?? `with errors: ${digestOf(loaded.source)}`,
    readOnly: loaded.readOnly,
    outdated: null,
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
