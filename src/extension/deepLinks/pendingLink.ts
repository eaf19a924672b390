/** A link that waits for its folder to be opened: that reloads the window, or opens another one, which goes on with it. */
import type * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { LinkAddress } from './runLink';

const key = 'pendingLink';
/** A link that nobody went on with for so long is forgotten, in milliseconds. */
const life = 2 * 60_000;

const kept = z.object({ path: z.string(), query: z.string(), folder: z.string(), until: z.number() });

export class PendingLink {
  readonly #state: vscode.Memento;

  /** `state` is shared by all windows. */
  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Keeps a link until `folder` (absolute path) is open, for two minutes from `now` (milliseconds since 1970). */
  async keep({ path, query }: LinkAddress, folder: string, now: number): Promise<void> {
    await this.#state.update(key, { path, query, folder, until: now + life });
  }

  /** The link that waited for one of the open folders; it is given once. */
  async take(openFolders: readonly string[], now: number): Promise<LinkAddress | undefined> {
    const parsed = kept.safeParse(this.#state.get<unknown>(key));
    if (!parsed.success) return undefined;
    const { path, query, folder, until } = parsed.data;
    const isPast = now > until;
    if (!isPast && !openFolders.includes(folder)) return undefined;
    await this.#state.update(key, undefined);
    return isPast ? undefined : { path, query };
  }
}
