/** What a run was given: its inputs, and the files behind them as they were when nodes read them. */
import type { NodeRun, NodeRunInputFile, RunInput } from './run';

/** A file or folder as a node was given it. */
export interface ReadFile {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** In bytes; null for a folder. */
  readonly size: number | null;
  /** Hexadecimal; null for a folder. */
  readonly sha256: string | null;
}

export interface InputFacts extends RunInput {
  /** Its file as the nodes read it: none before one did, several when it changed while the run went on. */
  readonly files: readonly ReadFile[];
}

/** The inputs of a run with the files behind them. */
export function inputFacts(inputs: readonly RunInput[], nodeRuns: Iterable<NodeRun>): InputFacts[] {
  const files = readFiles(nodeRuns);
  return inputs.map((input) => {
    const isPath = input.type === 'file' || input.type === 'folder';
    return { ...input, files: isPath ? files.filter(({ path }) => path === input.value) : [] };
  });
}

/** The files that nodes were given and that are neither inputs of the run nor outputs of other nodes, in order of their path. */
export function otherFiles(inputs: readonly RunInput[], nodeRuns: Iterable<NodeRun>): ReadFile[] {
  const runs = [...nodeRuns];
  const known = new Set([
    ...inputs.map(({ value }) => value),
    ...runs.flatMap(({ outputs }) => outputs.map(({ path }) => path)),
  ]);
  return readFiles(runs)
    .filter(({ path }) => !known.has(path))
    .toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

/** Each file once, as often as its content differed. */
function readFiles(nodeRuns: Iterable<NodeRun>): ReadFile[] {
  const files = new Map<string, ReadFile>();
  for (const { inputFiles } of nodeRuns) {
    for (const file of inputFiles) files.set(keyOf(file), withoutName(file));
  }
  return [...files.values()];
}

function keyOf({ path, size, sha256 }: NodeRunInputFile): string {
  return JSON.stringify([path, size, sha256]);
}

function withoutName({ path, kind, size, sha256 }: NodeRunInputFile): ReadFile {
  return { path, kind, size, sha256 };
}
