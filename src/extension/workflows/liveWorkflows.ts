/** The live workflows that somebody looks at, one for each file, shared by editors and diagnostics. */
import * as vscode from 'vscode';
import { LiveTexts } from './liveTexts';
import { LiveWorkflow } from './liveWorkflow';
import type { WorkflowParser } from './workflowParser';
import { placeOf, type WorkflowPlace } from './workspaceOf';

/** A share in a live workflow, to be given back. */
export interface LiveShare extends vscode.Disposable {
  readonly live: LiveWorkflow;
}

export class LiveWorkflows implements vscode.Disposable {
  readonly texts = new LiveTexts();
  readonly #parser: WorkflowParser;
  readonly #read = new vscode.EventEmitter<LiveWorkflow>();
  readonly #gone = new vscode.EventEmitter<string>();
  readonly #shared = new Map<string, { readonly live: LiveWorkflow; shares: number }>();

  /** Fires when one of them was read anew. */
  readonly onDidRead = this.#read.event;
  /** Fires with the path of a workflow that nobody looks at any more. */
  readonly onDidRelease = this.#gone.event;

  constructor(parser: WorkflowParser) {
    this.#parser = parser;
  }

  /** The live workflow at a path; the file may be gone. Reading begins at once. */
  async share(file: string): Promise<LiveShare> {
    return this.shareAt(await placeOf(file));
  }

  /** The live workflow at a place that is known already. */
  shareAt(place: WorkflowPlace): LiveShare {
    const entry = this.#shared.get(place.path) ?? this.#add(place);
    entry.shares += 1;
    let given = false;
    return {
      live: entry.live,
      dispose: () => {
        if (given) return;
        given = true;
        entry.shares -= 1;
        if (entry.shares === 0) this.#remove(entry.live);
      },
    };
  }

  dispose(): void {
    for (const { live } of this.#shared.values()) live.dispose();
    this.texts.dispose();
    this.#read.dispose();
    this.#gone.dispose();
  }

  #add(place: WorkflowPlace): { readonly live: LiveWorkflow; shares: number } {
    const live = new LiveWorkflow(place, this.texts, this.#parser);
    const entry = { live, shares: 0 };
    this.#shared.set(place.path, entry);
    live.onDidChange(() => this.#read.fire(live));
    void live.refresh('file');
    return entry;
  }

  #remove(live: LiveWorkflow): void {
    this.#shared.delete(live.place.path);
    live.dispose();
    this.#gone.fire(live.place.path);
  }
}
