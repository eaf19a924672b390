/** Which run is loaded in which document: kept with the workspace, so that it survives a reload of the window. */
import type * as vscode from 'vscode';
import * as z from 'zod/mini';

const memory = z.record(z.string(), z.string());
const key = 'loadedRuns';

export interface KeptRun {
  readonly id: string;
  /** Path of the module node whose part is loaded; null: the whole run. */
  readonly module: string | null;
}

export class LoadedRuns {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The run, or its part, that is loaded in the document; undefined: none. */
  of(document: vscode.Uri): KeptRun | undefined {
    const kept = this.#all()[document.toString()];
    if (kept === undefined) return undefined;
    const [id = '', ...module] = kept.split('/');
    return { id, module: module.length === 0 ? null : module.join('/') };
  }

  async set(document: vscode.Uri, { id, module }: KeptRun): Promise<void> {
    const kept = module === null ? id : `${id}/${module}`;
    await this.#state.update(key, { ...this.#all(), [document.toString()]: kept });
  }

  /** What was remembered of a document, or of those in a folder, is from now on remembered of it under its new address. */
  async carry(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const [old, renamed] = [from.toString(), to.toString()];
    const carried = Object.entries(this.#all()).map(([document, runId]) => {
      const isMoved = document === old || document.startsWith(`${old}/`);
      return [isMoved ? renamed + document.slice(old.length) : document, runId];
    });
    await this.#state.update(key, Object.fromEntries(carried));
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
