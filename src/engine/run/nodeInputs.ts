/** What a node is given: its inputs as environment variables, and the facts of the files among them. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { NodeRunInputFile, NodeRunOutput, RunInput } from '../../model/run/run';
import type { RunNode, Scope } from '../../model/workflow/runNodes';
import type { InputType, InputValue, WireSource } from '../../model/workflow/workflow';
import type { StoredNodeRun } from '../store/rows';

/** A file that a node needs is not there. The message is a sentence for the user. */
export class InputMissingError extends Error {}

/** Where a node's values come from. */
export interface InputSources {
  /** The absolute folder of a file of the run, by its key in the snapshot: paths in the file are relative to it. */
  readonly folderOf: (file: string) => string;
  readonly runInputs: readonly RunInput[];
  /** By the path of the node. */
  readonly outputsOf: (path: string) => StoredNodeRun['outputs'];
}

export interface NodeInputs {
  /** By input name; an input whose source gave nothing is left out. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that are files or folders. */
  readonly paths: readonly { readonly name: string; readonly path: string }[];
}

interface Value {
  readonly text: string;
  readonly isPath: boolean;
}

export function nodeInputs({ node, scope }: Pick<RunNode, 'node' | 'scope'>, sources: InputSources): NodeInputs {
  const variables: Record<string, string> = {};
  const paths: { name: string; path: string }[] = [];
  for (const { name, value } of node.inputs) {
    const given = valueOf(value, scope, sources);
    if (given === null) continue;
    variables[name] = given.text;
    if (given.isPath) paths.push({ name, path: given.text });
  }
  return { variables, paths };
}

/** The files and folders that a module hands on, as they are; what it was not given is left out. */
export function moduleOutputs(inside: Scope, sources: InputSources): NodeRunOutput[] {
  return inside.workflow.outputs.flatMap(({ name, from }): NodeRunOutput[] => {
    const value = valueFrom(from, inside, sources);
    const facts = value?.isPath === true ? statSync(value.text, { throwIfNoEntry: false }) : undefined;
    if (value === null || facts === undefined) return [];
    return facts.isDirectory()
      ? [{ name, path: value.text, kind: 'folder', size: null }]
      : [{ name, path: value.text, kind: 'file', size: facts.size }];
  });
}

function valueOf(value: InputValue, scope: Scope, sources: InputSources): Value | null {
  switch (value.kind) {
    case 'literal':
      return { text: value.value, isPath: false };
    case 'path':
      return { text: resolve(sources.folderOf(scope.file), value.path), isPath: true };
    case 'wire':
      return valueFrom(value.source, scope, sources);
  }
}

function valueFrom(source: WireSource, scope: Scope, sources: InputSources): Value | null {
  if (source.kind === 'input') {
    if (scope.within !== null) return moduleInput(scope, scope.within, source.input, sources);
    const input = sources.runInputs.find(({ name }) => name === source.input);
    return input === undefined ? null : { text: input.value, isPath: isPathType(input.type) };
  }
  const from = scope.nodes.get(source.node);
  if (from?.inside) {
    const output = from.inside.workflow.outputs.find(({ name }) => name === source.output);
    return output === undefined ? null : valueFrom(output.from, from.inside, sources);
  }
  const output = from && sources.outputsOf(from.path).find(({ name }) => name === source.output);
  return output === undefined ? null : { text: output.path, isPath: true };
}

/** What the module node gives to an input of its module, else the input's default. */
function moduleInput(inside: Scope, module: RunNode, name: string, sources: InputSources): Value | null {
  const declared = inside.workflow.inputs.find((input) => input.name === name);
  const given = module.node.inputs.find((input) => input.name === name);
  const [value, file] =
    given === undefined
      ? [declared?.default === undefined ? null : { text: declared.default, isPath: false }, inside.file]
      : [valueOf(given.value, module.scope, sources), module.scope.file];
  if (value === null || value.isPath || declared === undefined || !isPathType(declared.type)) return value;
  // A path that is written as a plain value is relative to the file that says it.
  return { text: resolve(sources.folderOf(file), value.text), isPath: true };
}

function isPathType(type: InputType): boolean {
  return type === 'file' || type === 'folder';
}

/** Hashes by file and its state, so that a file that many nodes are given is read once. */
export type HashCache = Map<string, string>;

/**
 * Size and hash of each file as it is now.
 * @throws InputMissingError
 */
export async function describeInputFiles(
  nodeId: string,
  paths: NodeInputs['paths'],
  hashes: HashCache,
): Promise<NodeRunInputFile[]> {
  const files: NodeRunInputFile[] = [];
  for (const { name, path } of paths) {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) {
      throw new InputMissingError(`The input ${name} of the node ${nodeId} is ${path}, which does not exist.`);
    }
    if (facts.isDirectory()) {
      files.push({ name, path, kind: 'folder', size: null, sha256: null });
    } else if (!facts.isFile()) {
      // A device or a pipe has no content to be recorded.
      files.push({ name, path, kind: 'file', size: null, sha256: null });
    } else {
      try {
        files.push({ name, path, kind: 'file', size: facts.size, sha256: await hashOf(path, facts, hashes) });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new InputMissingError(`The input ${name} of the node ${nodeId} cannot be read (${reason}).`);
      }
    }
  }
  return files;
}

/** Up to here reading at once is cheaper than a stream. In bytes. */
const smallFile = 256 * 1024;

async function hashOf(path: string, facts: Stats, hashes: HashCache): Promise<string> {
  const key = `${path}\n${facts.ino}\n${facts.size}\n${facts.mtimeMs}\n${facts.ctimeMs}`;
  const known = hashes.get(key);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  if (facts.size <= smallFile) hash.update(readFileSync(path));
  else await pipeline(createReadStream(path), hash);
  const digest = hash.digest('hex');
  hashes.set(key, digest);
  return digest;
}
