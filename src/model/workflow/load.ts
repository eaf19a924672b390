/** From an entry file to everything a run of it would execute, with what is wrong in it. */
import { didYouMean } from './nearest';
import { unknownOutput } from './checkWires';
import { parseWorkflow, type ParsedFile } from './parse';
import { keyOfReference, kindOfFile, normalisePath } from './paths';
import { hasErrors, type Problem } from './problem';
import { versionIdOf } from './version';
import type { Workflow, WorkflowNode, WorkflowSource } from './workflow';

/**
 * Gives the text of a file by its path relative to the workspace (with `/`), `undefined` when there is none.
 * The caller says what "live" means: open documents first, files on disk, or the texts of a snapshot.
 */
export type ReadText = (path: string) => Promise<string | undefined>;

type ParseFile = (file: string, text: string) => ParsedFile;

export interface LoadedWorkflow {
  /** The entry file and every module and script file that could be read. */
  readonly source: WorkflowSource;
  /** Null when the entry file cannot be read as a workflow at all; then `problems` says why. */
  readonly workflow: Workflow | null;
  /** The modules it uses, at any depth, by their key in `source.files`. */
  readonly modules: Readonly<Record<string, Workflow>>;
  readonly problems: readonly Problem[];
  /** Null when there are errors. */
  readonly versionId: string | null;
  /** Why the canvas may not edit the file (anchors, aliases, merge keys), in a sentence; null when it may. */
  readonly readOnly: string | null;
}

/**
 * Loads the workflow or module at `entry`. Never throws for what a file says: that becomes problems. `parse` is for whoever
 * has read a text already.
 */
export async function loadWorkflow(
  entry: string,
  readText: ReadText,
  parse: ParseFile = parseWorkflow,
): Promise<LoadedWorkflow> {
  const loader = new Loader(readText, parse);
  const key = normalisePath(entry);
  const parsed = await loader.load(key, []);
  const workflow = parsed?.workflow ?? null;
  if (parsed === null) loader.problems.push(missingEntry(key));
  const source: WorkflowSource = { entry: key, files: Object.fromEntries(loader.files) };
  const modules: Record<string, Workflow> = {};
  for (const [file, module] of loader.parsed) {
    if (file !== key && module.workflow !== null) modules[file] = module.workflow;
  }
  const problems = loader.problems.map((problem) => (problem.file === key ? problem : withoutNode(problem)));
  const content = { source, workflow, modules };
  const versionId = hasErrors(problems) ? null : versionIdOf(content);
  return { ...content, problems, versionId, readOnly: parsed?.readOnly ?? null };
}

/** Reads from texts at hand, such as those of a snapshot. */
export function readFrom(files: WorkflowSource['files']): ReadText {
  return (path) => Promise.resolve(Object.hasOwn(files, path) ? files[path] : undefined);
}

/** The canvas shows the nodes of the entry file alone. */
function withoutNode({ nodeId: _nodeId, ...problem }: Problem): Problem {
  return problem;
}

function missingEntry(file: string): Problem {
  const start = { line: 0, character: 0 };
  const message = `There is no file \`${file}\` in the workspace.`;
  return { severity: 'error', code: 'missing-file', message, file, range: { start, end: start } };
}

/** Files that are read at once; a workflow may have thousands of scripts, a process has few file handles. */
const readsAtOnce = 16;

class Loader {
  readonly files = new Map<string, string>();
  readonly parsed = new Map<string, ParsedFile>();
  readonly problems: Problem[] = [];

  constructor(
    private readonly readText: ReadText,
    private readonly parse: ParseFile,
  ) {}

  /** Loads a file and all it refers to, once; null when it is not there. `way`: the files that lead to it. */
  async load(file: string, way: readonly string[]): Promise<ParsedFile | null> {
    const known = this.parsed.get(file);
    if (known !== undefined) return known;
    const text = await this.#read(file);
    if (text === undefined) return null;
    const parsed = this.parse(file, text);
    this.parsed.set(file, parsed);
    this.problems.push(...parsed.problems);
    const nodes = parsed.workflow?.nodes ?? [];
    await this.#readScripts(file, nodes);
    for (const node of nodes) {
      if (node.action.kind === 'script') this.#checkScript(parsed, node, node.action.script);
      if (node.action.kind === 'module') await this.#loadModule(parsed, node, node.action.uses, [...way, file]);
    }
    this.#checkModuleWires(parsed);
    return parsed;
  }

  async #read(file: string): Promise<string | undefined> {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const text = await this.readText(file);
    if (text !== undefined) this.files.set(file, text);
    return text;
  }

  async #readScripts(file: string, nodes: readonly WorkflowNode[]): Promise<void> {
    const keys = new Set<string>();
    for (const { action } of nodes) {
      const key = action.kind === 'script' ? keyOfReference(file, action.script) : null;
      if (key !== null) keys.add(key);
    }
    const waiting = [...keys];
    while (waiting.length > 0) await Promise.all(waiting.splice(-readsAtOnce).map((key) => this.#read(key)));
  }

  #checkScript(parsed: ParsedFile, node: WorkflowNode, script: string): void {
    const path = ['nodes', node.id, 'script'];
    const key = keyOfReference(parsed.file, script);
    if (script.trim() === '') return;
    if (key === null) {
      this.problems.push(parsed.errorAt(path, 'outside-workspace', outside(script), node.id));
    } else if (!this.files.has(key)) {
      this.problems.push(parsed.errorAt(path, 'missing-script', `There is no script file \`${script}\`.`, node.id));
    }
  }

  async #loadModule(parsed: ParsedFile, node: WorkflowNode, uses: string, way: readonly string[]): Promise<void> {
    const report = (code: string, message: string): void => {
      this.problems.push(parsed.errorAt(['nodes', node.id, 'uses'], code, message, node.id));
    };
    const key = keyOfReference(parsed.file, uses);
    if (uses.trim() === '') return;
    if (key === null) {
      report('outside-workspace', outside(uses));
    } else if (kindOfFile(key) !== 'module') {
      report('not-a-module', `\`${uses}\` is no module; name a \`*.module.yaml\` file.`);
    } else if (way.includes(key)) {
      const circle = [...way.slice(way.indexOf(key)), key].join(' → ');
      report('module-cycle', `Modules cannot use each other in a circle: ${circle}.`);
    } else if ((await this.load(key, way)) === null) {
      report('missing-module', `There is no module file \`${uses}\`.`);
    }
  }

  /** Wires to and from the modules a file uses, which only they can judge. */
  #checkModuleWires(parsed: ParsedFile): void {
    const nodes = parsed.workflow?.nodes ?? [];
    const modules = new Map<string, Workflow>();
    for (const { id, action } of nodes) {
      const key = action.kind === 'module' ? keyOfReference(parsed.file, action.uses) : null;
      const module = key === null ? null : this.parsed.get(key)?.workflow;
      if (module) modules.set(id, module);
    }
    if (modules.size === 0) return;
    for (const node of nodes) {
      const ownInputs = modules.get(node.id)?.inputs.map((input) => input.name);
      for (const { name, value } of node.inputs) {
        const path = ['nodes', node.id, 'inputs', name];
        if (ownInputs !== undefined && !ownInputs.includes(name)) {
          const message = `The module of \`${node.id}\` has no input \`${name}\`.${didYouMean(name, ownInputs)}`;
          this.problems.push(parsed.errorAt(path, 'unknown-input', message, node.id));
        }
        if (value.kind !== 'wire') continue;
        this.#checkSource(parsed, modules, value.source, [...path, 'from'], node.id);
      }
    }
    for (const output of parsed.workflow?.outputs ?? []) {
      this.#checkSource(parsed, modules, output.from, ['outputs', output.name, 'from']);
    }
  }

  #checkSource(
    parsed: ParsedFile,
    modules: ReadonlyMap<string, Workflow>,
    source: Workflow['outputs'][number]['from'],
    path: readonly string[],
    nodeId?: string,
  ): void {
    const known = source.kind === 'output' ? modules.get(source.node)?.outputs.map((output) => output.name) : undefined;
    if (source.kind !== 'output' || known === undefined || known.includes(source.output)) return;
    const message = unknownOutput(source.node, source.output, known);
    this.problems.push(parsed.errorAt(path, 'unknown-output', message, nodeId));
  }
}

function outside(path: string): string {
  return `\`${path}\` lies outside of the workspace; use a path inside it, relative to this file.`;
}
