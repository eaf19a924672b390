/** Which run is loaded in which document: kept with the workspace, so that it survives a reload of the window. */
import type * as vscode from 'vscode';
import * as z from 'zod/mini';

const memory = z.record(z.string(), z.string());
const key = 'loadedRuns';

export class LoadedRuns {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The id of the run that is loaded in the document; undefined: none. */
  of(document: vscode.Uri): string | undefined {
    return this.#all()[document.toString()];
  }

  async set(document: vscode.Uri, runId: string): Promise<void> {
    await this.#state.update(key, { ...this.#all(), [document.toString()]: runId });
  }

  async clear(document: vscode.Uri): Promise<void> {
    const { [document.toString()]: _cleared, ...others } = this.#all();
    await this.#state.update(key, others);
  }

  /** What an older version of Runlens left there may have another shape, and is then forgotten. */
  #all(): Record<string, string> {
    const parsed = memory.safeParse(this.#state.get<unknown>(key));
    return parsed.success ? parsed.data : {};
  }
}
