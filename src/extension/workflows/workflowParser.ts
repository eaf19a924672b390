/** The parser's worker thread, seen from the extension host: started at first need, and again when it died. */
import { Worker } from 'node:worker_threads';
import {
  createMessageConnection,
  PortMessageReader,
  PortMessageWriter,
  type MessageConnection,
} from 'vscode-jsonrpc/node';
import type { EditResult, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { WorkflowSource } from '../../model/workflow/workflow';
import type { NodeInspection } from '../../protocol/editor';
import { onRequest, sendRequest, type RequestDefinition } from '../../protocol/rpc';
import {
  compareVersions,
  editText,
  inspect,
  locate,
  parseLive,
  parseSource,
  readText,
  release,
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

  /** The smallest edits of `text`, the entry file of the workflow under `handle`, that make the edit, or why there are none. */
  edit(handle: string, text: string, edit: WorkflowEdit): Promise<EditResult> {
    return this.#send(editText, { handle, text, edit });
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
