/** The parser's worker thread, seen from the extension host: started at first need, and again when it died. */
import { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { FragmentReading } from '../../model/workflow/edit/fragment';
import type { ConnectionSource, ConnectionTarget, NodeFit } from '../../model/workflow/edit/fits';
import type { EditResult, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { NodeRange } from '../../model/workflow/nodeRanges';
import type { MendOffer } from '../../model/workflow/mends/mend';
import type { PlacedProblem } from '../../model/workflow/mends/placedProblems';
import type { MovedNode } from '../../model/workflow/moveEdit';
import type { TextRange } from '../../model/workflow/problem';
import type { WorkflowSource } from '../../model/workflow/workflow';
import type { NodeInspection } from '../../protocol/nodeInspection';
import { onRequest, sendRequest, type RequestDefinition } from '../../protocol/rpc';
import {
  arrange,
  compareVersions,
  editText,
  inspect,
  locate,
  mends,
  nodeRanges,
  parseFragment,
  parseLive,
  placeProblems,
  parseSource,
  readText,
  release,
  sources,
  targets,
  usableModules,
  writeFragment,
  type NodeSource,
  type ParsedWorkflow,
  type VersionDifference,
} from './parserProtocol';

/** Gives the text of a file by its key in the workflow's source; undefined when there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

interface Thread {
  readonly worker: Worker;
  readonly connection: MessageConnection;
}

export class WorkflowParser {
  readonly #file: string;
  readonly #readers = new Map<string, ReadText>();
  #thread: Thread | undefined;
  #asked = 0;

  /** `file` is the path of `dist/parser.js`. */
  constructor(file: string) {
    this.#file = file;
  }

  /** Reads the live workflow at `entry` and keeps it under `handle`. A later call with the same handle replaces it. */
  async parseLive(handle: string, entry: string, read: ReadText): Promise<ParsedWorkflow> {
    this.#readers.set(handle, read);
    return this.#send(parseLive, { handle, entry });
  }

  /** Reads a workflow from the texts of a snapshot and keeps it under `handle`. */
  parseSource(handle: string, source: WorkflowSource): Promise<ParsedWorkflow> {
    return this.#send(parseSource, { handle, source });
  }

  /** How the workflow under `live` differs from the one under `ran`. */
  compare(ran: string, live: string): Promise<VersionDifference> {
    return this.#send(compareVersions, { ran, live });
  }

  /** @throws ResponseError when the workflow under the handle has no such node */
  inspect(handle: string, nodeId: string): Promise<NodeInspection> {
    return this.#send(inspect, { handle, nodeId });
  }

  /** @throws ResponseError when the workflow under the handle has no such node */
  locate(handle: string, nodeId: string): Promise<NodeSource> {
    return this.#send(locate, { handle, nodeId });
  }

  /** Where the nodes of the workflow under the handle stand in its text, in the order of the text. */
  nodeRanges(handle: string): Promise<readonly NodeRange[]> {
    return this.#send(nodeRanges, { handle });
  }

  /** The smallest edits of `text`, the entry file of the workflow under `handle`, that make the edit, or why there are none. */
  edit(handle: string, text: string, edit: WorkflowEdit): Promise<EditResult> {
    return this.#send(editText, { handle, text, edit });
  }

  /** All that a connection from the source may lead to in `text`, the entry file of the workflow under `handle`. */
  targets(handle: string, text: string, source: ConnectionSource): Promise<readonly NodeFit[]> {
    return this.#send(targets, { handle, text, source });
  }

  /** All that a connection to the target may come from in `text`, the entry file of the workflow under `handle`. */
  sources(handle: string, text: string, target: ConnectionTarget): Promise<readonly NodeFit[]> {
    return this.#send(sources, { handle, text, target });
  }

  /** Nodes of the workflow under the handle as a piece of YAML, for the clipboard; empty when none of them is there. */
  async writeFragment(handle: string, nodeIds: readonly string[]): Promise<string> {
    return (await this.#send(writeFragment, { handle, nodeIds: [...nodeIds] })).text;
  }

  /** The nodes of a text from the clipboard, or why it has none. */
  parseFragment(text: string): Promise<FragmentReading> {
    return this.#send(parseFragment, { text });
  }

  /** Of the module files `candidates`, those that the file `entry` may use without using itself. */
  async usableModules(entry: string, candidates: readonly string[], read: ReadText): Promise<string[]> {
    const handle = `modules:${(this.#asked += 1)}`;
    this.#readers.set(handle, read);
    try {
      return await this.#send(usableModules, { handle, entry, candidates: [...candidates] });
    } finally {
      this.#readers.delete(handle);
    }
  }

  /** All problems of `text`, the entry file of the workflow under `handle`, each at its place and with what mends it. */
  placedProblems(handle: string, text: string): Promise<readonly PlacedProblem[]> {
    return this.#send(placeProblems, { handle, text });
  }

  /**
   * What mends the problems of `text`, the entry file of the workflow under `handle`, that touch the range; of all of its
   * problems if it is null. @throws ResponseError when nothing is kept under the handle
   */
  mends(handle: string, text: string, at: TextRange | null): Promise<readonly MendOffer[]> {
    return this.#send(mends, { handle, text, at });
  }

  /** Asks for what a part of the extension declares itself, such as the features of the text editor. */
  ask<Params, Result>(definition: RequestDefinition<Params, Result>, params: Params): Promise<Result> {
    return this.#send(definition, params);
  }

  /** Where these nodes of the workflow under the handle, or all if null, stand once they are arranged. */
  arrange(handle: string, nodeIds: readonly string[] | null): Promise<readonly MovedNode[]> {
    return this.#send(arrange, { handle, nodeIds: nodeIds === null ? null : [...nodeIds] });
  }

  /** Forgets the workflow under the handle. */
  release(handle: string): void {
    this.#readers.delete(handle);
    if (this.#thread !== undefined) this.#send(release, { handle }).catch(() => undefined);
  }

  dispose(): void {
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.connection.dispose();
    void thread?.worker.terminate();
  }

  #send<Params, Result>(definition: RequestDefinition<Params, Result>, params: Params): Promise<Result> {
    this.#thread ??= this.#start();
    return sendRequest(this.#thread.connection, definition, params);
  }

  #start(): Thread {
    const worker = new Worker(this.#file);
    const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
    onRequest(connection, readText, async ({ handle, path }) => ({
      text: (await this.#readers.get(handle)?.(path)) ?? null,
    }));
    const thread = { worker, connection };
    worker.on('error', () => this.#lost(thread));
    worker.on('exit', () => this.#lost(thread));
    connection.listen();
    worker.unref();
    return thread;
  }

  /** Whoever waits for an answer gets an error, and the next request starts a new worker. */
  #lost(thread: Thread): void {
    if (this.#thread === thread) this.#thread = undefined;
    thread.connection.dispose();
  }
}
