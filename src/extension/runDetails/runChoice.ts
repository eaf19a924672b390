/** Which run the details are about: the one chosen last, kept with the workspace so that it survives a reload of the window. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { RunToShow } from './followedRun';

/** `user`: a row was selected, a link followed, or the details asked for; `editor`: nobody chose, and an editor has the run. */
const memory = z.object({ runId: z.string(), by: z.enum(['user', 'editor']) });
const key = 'runInDetails';

interface Choice {
  readonly run: RunToShow;
  readonly by: 'user' | 'editor';
}

export class RunChoice {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #choice: Choice | null;

  /** Fires when another run was chosen. */
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    // What an older version of Runlens left there may have another shape, and is then forgotten.
    const parsed = memory.safeParse(state.get<unknown>(key));
    this.#choice = parsed.success ? { run: { id: parsed.data.runId, known: null }, by: parsed.data.by } : null;
  }

  get run(): RunToShow | null {
    return this.#choice?.run ?? null;
  }

  /** The user chose the run. */
  choose(run: RunToShow): void {
    this.#set({ run, by: 'user' });
  }

  /** An editor has the run in front: it is shown as long as nobody chose one. */
  offer(runId: string): void {
    if (this.#choice?.by !== 'user') this.#set({ run: { id: runId, known: null }, by: 'editor' });
  }

  /** The run is gone: what is shown says so, and the next editor's run may take its place. */
  release(): void {
    if (this.#choice !== null) this.#choice = { ...this.#choice, by: 'editor' };
    void this.#state.update(key, undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(choice: Choice): void {
    const isSame = this.#choice?.run.id === choice.run.id;
    this.#choice = choice;
    void this.#state.update(key, { runId: choice.run.id, by: choice.by });
    if (!isSame) this.#changed.fire();
  }
}
