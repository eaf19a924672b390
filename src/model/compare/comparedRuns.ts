/** Two runs next to each other: what they were given, and how each node did. */
import { bytesText, durationText, nodeStatusLook } from '../run/display';
import { inputFacts, otherFiles, type InputFacts, type ReadFile } from '../run/inputFacts';
import type { NodeRun, NodeRunInputFile, RunDetails } from '../run/run';
import { isNodeEnded } from '../run/status';
import type { DeclaredInput } from './difference';
import { shortened, shortenedPair } from './shortened';

/** One fact of both sides; null: that side has nothing to say. */
export interface ComparedFact {
  readonly name: string;
  readonly left: string | null;
  readonly right: string | null;
  /** `unlike`: it differs, as it does from run to run, and is no difference to be told. */
  readonly verdict: 'same' | 'unlike' | 'other';
}

/** What of a run is compared. */
export type RunSide = Pick<RunDetails, 'inputs' | 'nodes' | 'status'>;

/** Characters that tell a hash from all others a person looks at. */
const shortHash = 12;

/** The inputs of two runs by name, with the files behind them. */
export function comparedInputs(left: RunSide, right: RunSide): ComparedFact[] {
  const [before, after] = [inputsOf(left), inputsOf(right)];
  const names = new Set([...after.keys(), ...before.keys()]);
  return [...names].map((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    const values = shortenedPair({ left: one?.value ?? null, right: other?.value ?? null });
    return {
      name,
      left: inputText(one, values.left),
      right: inputText(other, values.right),
      verdict: isSameInput(one, other) ? 'same' : 'other',
    };
  });
}

/** The inputs of a run beside what the live workflow would be given by itself, which is no difference of runs. */
export function inputsBesideLive(
  run: RunSide,
  presets: readonly DeclaredInput[],
  liveSide: 'left' | 'right',
): ComparedFact[] {
  const given = inputsOf(run);
  const declared = new Map(presets.map((input) => [input.name, input]));
  return [...new Set([...declared.keys(), ...given.keys()])].map((name) => {
    const input = given.get(name);
    const ran = inputText(input, input === undefined ? null : shortened(input.value));
    const live = presetText(declared.get(name));
    return liveSide === 'left'
      ? { name, left: live, right: ran, verdict: 'unlike' }
      : { name, left: ran, right: live, verdict: 'unlike' };
  });
}

function presetText(input: DeclaredInput | undefined): string | null {
  if (input === undefined) return null;
  if (input.preset === null) return 'no default';
  return `default ${input.preset === '' ? 'empty' : shortened(input.preset)}`;
}

/** The files behind no input and no output that nodes read in both runs, or in one; each by its path. */
export function comparedFiles(left: RunSide | null, right: RunSide | null): ComparedFact[] {
  const [before, after] = [filesOf(left), filesOf(right)];
  const isJudged = left !== null && right !== null;
  return [...new Set([...after.keys(), ...before.keys()])].map((path) => {
    const [one, other] = [before.get(path), after.get(path)];
    const [a, b] = [one === undefined ? null : contentText(one), other === undefined ? null : contentText(other)];
    // A run that is not over may read it yet.
    const isOther = isJudged && a !== b && a !== null && b !== null;
    return { name: path, left: a, right: b, verdict: isOther ? 'other' : 'same' };
  });
}

function inputsOf(side: RunSide): Map<string, InputFacts> {
  return new Map(inputFacts(side.inputs, side.nodes).map((input) => [input.name, input]));
}

function filesOf(side: RunSide | null): Map<string, ReadFile> {
  return new Map(side === null ? [] : otherFiles(side.inputs, side.nodes).map((file) => [file.path, file]));
}

/** A file is the same when it says the same, wherever it lies; one that nobody has read yet is what its path says. */
function isSameInput(one: InputFacts | undefined, other: InputFacts | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [hashesOf(one), hashesOf(other)];
  if (a !== '' && b !== '') return a === b;
  return one.value === other.value;
}

function hashesOf({ files }: InputFacts): string {
  const hashes = files.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
  return hashes.length === files.length ? hashes.toSorted((one, other) => (one < other ? -1 : 1)).join() : '';
}

/** `value`: what of it stands on the page. */
function inputText(input: InputFacts | undefined, value: string | null): string | null {
  if (input === undefined || value === null) return null;
  return [value === '' ? 'empty' : value, ...input.files.map(contentText)].join('\n');
}

function contentText({ size, sha256, kind }: Pick<ReadFile, 'size' | 'sha256' | 'kind'>): string {
  if (kind === 'folder') return 'folder';
  return [size === null ? '' : bytesText(size), sha256 === null ? '' : `SHA-256 ${sha256.slice(0, shortHash)}`]
    .filter((part) => part !== '')
    .join(', ');
}

/** How a node did in both runs; empty when no run has it. */
export function nodeFacts(left: NodeRun | undefined, right: NodeRun | undefined): ComparedFact[] {
  if (left === undefined && right === undefined) return [];
  const fact = (name: string, textOf: (run: NodeRun) => string | null, differing: 'unlike' | 'other'): ComparedFact => {
    const [one, other] = [left, right].map((run) => (run === undefined ? null : textOf(run)));
    const isSame = one === other || left === undefined || right === undefined;
    return { name, left: one ?? null, right: other ?? null, verdict: isSame ? 'same' : differing };
  };
  // What a node that has not ended will say is not known: it is no difference yet.
  const ended = [left, right].every((run) => run === undefined || isNodeEnded(run.status));
  const result = ended ? 'other' : 'unlike';
  const facts = [
    fact('Status', ({ status }) => nodeStatusLook(status).word, result),
    fact('Duration', durationOf, 'unlike'),
    fact('Attempts', ({ attempt }) => (attempt === 0 ? null : String(attempt)), result),
    fact('Exit code', ({ exitCode }) => (exitCode === null ? null : String(exitCode)), result),
    fact('Machine', ({ machine }) => machine, 'unlike'),
    fact('Message', ({ message }) => (message === null ? null : shortened(message)), 'unlike'),
    fact('Taken over', ({ reusedFrom }) => (reusedFrom === null ? null : `from run ${reusedFrom}`), 'unlike'),
    ...named(left, right, (run) => run.inputFiles).map((name) =>
      fact(`Input ${name}`, (run) => fileText(run.inputFiles, name), result),
    ),
    ...named(left, right, (run) => run.outputs).map((name) =>
      fact(`Output ${name}`, (run) => outputText(run, name), result),
    ),
  ];
  return facts.filter((one) => one.left !== null || one.right !== null);
}

function durationOf({ startedAt, endedAt }: NodeRun): string | null {
  return startedAt === null || endedAt === null ? null : durationText(Date.parse(endedAt) - Date.parse(startedAt));
}

function named(
  left: NodeRun | undefined,
  right: NodeRun | undefined,
  listOf: (run: NodeRun) => readonly { readonly name: string }[],
): string[] {
  const all = [left, right].flatMap((run) => (run === undefined ? [] : listOf(run)));
  return [...new Set(all.map(({ name }) => name))];
}

function fileText(files: readonly NodeRunInputFile[], name: string): string | null {
  const file = files.find((one) => one.name === name);
  return file === undefined ? null : contentText(file);
}

function outputText({ outputs }: NodeRun, name: string): string | null {
  const output = outputs.find((one) => one.name === name);
  return output === undefined ? null : contentText({ ...output, sha256: null });
}
