/** The filters of a view, kept over a reload. What is read back may be of another version of Runlens, or nobody's. */
import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import { noFilters, startOfDay, type ChosenFilters } from '../../model/run/chosenFilters';
import { runTabs } from '../../model/run/query';
import type { RunsViewId } from '../ids';

/** Characters of a text to search for. */
export const longestSearch = 200;

const day = z.string().check(z.refine((text) => startOfDay(text) !== null));
const chosenFilters: z.ZodMiniType<ChosenFilters> = z.object({
  tab: z.enum(runTabs),
  workflows: z.array(z.object({ path: z.string(), name: z.string() })),
  authors: z.array(z.string()),
  projects: z.array(z.string()),
  text: z.string().check(z.maxLength(longestSearch)),
  created: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('any') }),
    z.object({ kind: z.literal('lastDays'), days: z.int().check(z.minimum(1), z.maximum(3660)) }),
    z.object({ kind: z.literal('between'), from: z.nullable(day), to: z.nullable(day) }),
  ]),
});

export class KeptFilters {
  readonly #memory: vscode.Memento;
  readonly #key: string;

  constructor(memory: vscode.Memento, view: RunsViewId) {
    this.#memory = memory;
    this.#key = `filters of ${view}`;
  }

  /** What was kept; no filters when there is nothing, or nothing that can be understood. */
  read(): ChosenFilters {
    const kept = chosenFilters.safeParse(this.#memory.get<unknown>(this.#key));
    return kept.success ? kept.data : noFilters;
  }

  async keep(chosen: ChosenFilters): Promise<void> {
    await this.#memory.update(this.#key, chosen);
  }
}
