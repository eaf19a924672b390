/** What a node is given: its inputs as environment variables, and the facts of the files among them. */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { NodeRunInputFile, RunInput } from '../../model/run/run';
import type { InputValue, WorkflowNode } from '../../model/workflow/workflow';
import type { StoredNodeRun } from '../store/rows';

/** A file that a node needs is not there. The message is a sentence for the user. */
export class InputMissingError extends Error {}

/** Where a node's values come from. */
export interface InputSources {
  /** Absolute path of the workflow file; paths in it are relative to its folder. */
  readonly workflowPath: string;
  readonly runInputs: readonly RunInput[];
  readonly nodeRun: (nodeId: string) => StoredNodeRun | undefined;
}

export interface NodeInputs {
  /** By input name; an input whose source gave nothing is left out. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that are files or folders. */
  readonly paths: readonly { readonly name: string; readonly path: string }[];
}

export function nodeInputs(node: WorkflowNode, sources: InputSources): NodeInputs {
  const variables: Record<string, string> = {};
  const paths: { name: string; path: string }[] = [];
  for (const { name, value } of node.inputs) {
    const given = valueOf(value, sources);
    if (given === null) continue;
    variables[name] = given.text;
    if (given.isPath) paths.push({ name, path: given.text });
  }
  return { variables, paths };
}

function valueOf(value: InputValue, sources: InputSources): { text: string; isPath: boolean } | null {
  switch (value.kind) {
    case 'literal':
      return { text: value.value, isPath: false };
    case 'path':
      return { text: resolve(dirname(sources.workflowPath), value.path), isPath: true };
    case 'wire': {
      const { source } = value;
      if (source.kind === 'input') {
        const input = sources.runInputs.find((input) => input.name === source.input);
        if (input === undefined) return null;
        return { text: input.value, isPath: input.type === 'file' || input.type === 'folder' };
      }
      const output = sources.nodeRun(source.node)?.outputs.find((output) => output.name === source.output);
      return output === undefined ? null : { text: output.path, isPath: true };
    }
  }
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
