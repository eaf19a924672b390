/** What VS Code tells the versions of a script by: time and size. */
import { createHash } from 'node:crypto';

export interface ScriptStamp {
  /** Milliseconds since 1970; later with each text. */
  readonly mtime: number;
  /** Bytes, or a little more: see ScriptStamps. */
  readonly size: number;
}

/**
 * The stamps of one script. VS Code takes a text that is newer but of the same size for unchanged, and would write over it.
 * So each text has a size that no other text of this script has had: its bytes, or the next number that is free.
 */
export class ScriptStamps {
  readonly #sizes = new Map<string, number>();
  readonly #taken = new Set<number>();
  #last: { readonly text: string; readonly stamp: ScriptStamp } | undefined;

  /** The stamp of the text as it is now; the same as before for the same text. */
  of(text: string): ScriptStamp {
    if (this.#last?.text === text) return this.#last.stamp;
    const mtime = Math.max(Date.now(), (this.#last?.stamp.mtime ?? 0) + 1);
    const stamp = { mtime, size: this.#sizeOf(text) };
    this.#last = { text, stamp };
    return stamp;
  }

  #sizeOf(text: string): number {
    const digest = createHash('sha256').update(text).digest('base64');
    const known = this.#sizes.get(digest);
    if (known !== undefined) return known;
    let size = Buffer.byteLength(text);
    while (this.#taken.has(size)) size += 1;
    this.#taken.add(size);
    this.#sizes.set(digest, size);
    return size;
  }
}
