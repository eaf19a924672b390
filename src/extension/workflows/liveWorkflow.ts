/** A workflow as it is now, read again whenever one of its files changes. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { LiveChangeCause } from '../../model/run/loadedRunState';
import { defaultName, kindOfFile } from '../../model/workflow/paths';
import { readLiveText, type LiveTextChange, type LiveTexts } from './liveTexts';
import type { ParsedWorkflow } from './parserProtocol';
import type { WorkflowParser } from './workflowParser';
import { realPathOf, type WorkflowPlace } from './workspaceOf';

export type LiveState =
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'present';
      readonly parsed: ParsedWorkflow;
      /** The texts it was read from, by key; undefined: asked for and missing. */
      readonly texts: ReadonlyMap<string, string | undefined>;
    };

export interface LiveChange {
  readonly state: LiveState;
  readonly cause: LiveChangeCause;
}

/** Keystrokes come in bursts: one reading for each pause of this many milliseconds. */
const pause = 50;

export class LiveWorkflow implements vscode.Disposable {
  readonly place: WorkflowPlace;
  /** Under which the parser keeps the model. */
  readonly handle: string;
  readonly #texts: LiveTexts;
  readonly #parser: WorkflowParser;
  readonly #changed = new vscode.EventEmitter<LiveChange>();
  readonly #subscription: vscode.Disposable;
  #followed: { dispose(): void };
  #state: LiveState | undefined;
  #reading: Promise<LiveState> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #cause: LiveChangeCause = 'file';
  #sequence = 0;

  /** Fires after each reading that found something new. */
  readonly onDidChange = this.#changed.event;

  constructor(place: WorkflowPlace, texts: LiveTexts, parser: WorkflowParser) {
    this.place = place;
    this.handle = `live:${place.path}`;
    this.#texts = texts;
    this.#parser = parser;
    this.#followed = texts.follow([place.path]);
    this.#subscription = texts.onDidChange((change) => void this.#consider(change));
  }

  /** The last reading; undefined before the first one is done. */
  get state(): LiveState | undefined {
    return this.#state;
  }

  /** The workflow as it is at the time of the call, after every change made before it. */
  settled(): Promise<LiveState> {
    if (this.#timer !== undefined || this.#reading === undefined) return this.#read();
    return this.#reading;
  }

  /** Reads again now, whether or not a change was seen. */
  refresh(cause: LiveChangeCause): Promise<LiveState> {
    this.#cause = cause;
    return this.#read();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#sequence += 1;
    this.#reading = undefined;
    this.#subscription.dispose();
    this.#followed.dispose();
    this.#changed.dispose();
    this.#parser.release(this.handle);
  }

  async #consider(change: LiveTextChange): Promise<void> {
    // An open folder may itself be a link: its events come under the name it was opened by.
    const inside = change.path.startsWith(this.place.workspace);
    if (!this.#concerns(inside ? change.path : await realPathOf(change.path))) return;
    // Saving what was typed is seen on disk as well, and is no cause of its own.
    if (this.#timer === undefined || change.cause !== 'file') this.#cause = change.cause;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), pause);
  }

  /** True for a file that this workflow was read from or asked for in vain, and for a folder that such a file is in. */
  #concerns(changed: string): boolean {
    const within = `${changed}${path.sep}`;
    return this.#files().some((file) => file === changed || file.startsWith(within));
  }

  #files(): string[] {
    const keys = this.#state?.kind === 'present' ? [...this.#state.texts.keys()] : [];
    return [this.place.path, ...keys.map((key) => path.join(this.place.workspace, key))];
  }

  #read(): Promise<LiveState> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sequence += 1;
    this.#reading = this.#readAs(this.#sequence, this.#cause);
    return this.#reading;
  }

  async #readAs(sequence: number, cause: LiveChangeCause): Promise<LiveState> {
    const state = await this.#readState();
    // A later reading has begun: its result counts, not this one.
    if (sequence !== this.#sequence) return this.#reading ?? state;
    const before = this.#state;
    this.#state = state;
    if (before !== state) this.#followFiles();
    if (before !== state && !(before?.kind === 'gone' && state.kind === 'gone')) this.#changed.fire({ state, cause });
    return state;
  }

  #followFiles(): void {
    const before = this.#followed;
    this.#followed = this.#texts.follow(this.#files());
    before.dispose();
  }

  async #readState(): Promise<LiveState> {
    const { workspace, entry } = this.place;
    if ((await readLiveText(workspace, entry)) === undefined) return { kind: 'gone' };
    const before = this.#state;
    if (before?.kind === 'present' && (await this.#isUnchanged(before.texts))) return before;
    const texts = new Map<string, string | undefined>();
    const read = async (key: string): Promise<string | undefined> => {
      const text = await readLiveText(workspace, key);
      texts.set(key, text);
      return text;
    };
    const parsed = await this.#parser
      .parseLive(this.handle, entry, read)
      .catch((error: unknown) => unreadable(entry, error));
    return { kind: 'present', parsed, texts };
  }

  async #isUnchanged(texts: ReadonlyMap<string, string | undefined>): Promise<boolean> {
    for (const [key, text] of texts) {
      if ((await readLiveText(this.place.workspace, key)) !== text) return false;
    }
    return true;
  }
}

/** When the parser itself failed (out of memory on a huge file): said on the canvas, never an empty one. */
function unreadable(entry: string, error: unknown): ParsedWorkflow {
  const reason = error instanceof Error ? error.message : String(error);
  const start = { line: 0, character: 0 };
  const message = vscode.l10n.t(
    'The workflow could not be read ({0}). Open it as text, and change or save it to try again.',
    reason,
  );
  return {
    title: defaultName(entry),
    kind: kindOfFile(entry),
    inputs: [],
    graph: null,
    problems: [{ severity: 'error', code: 'unreadable', message, file: entry, range: { start, end: start } }],
    versionId: null,
    version: `unreadable: ${reason}`,
    readOnly: message,
    settings: null,
    outdated: null,
  };
}
