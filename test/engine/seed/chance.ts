/** Chance that falls the same way each time: two vaults seeded alike are alike. */
import { encodeTime } from 'ulid';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 (with) to 1 (without). Mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** One of them, the first ones much more often: as people and workflows are. */
  favourite<Item>(items: readonly Item[]): Item {
    return at(items, Math.floor(this.next() ** 2 * items.length));
  }

  /** A key of the weights, each as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found[0];
  }

  /** The id of a run made at `time` (milliseconds since 1970). */
  runId(time: number): string {
    let random = '';
    while (random.length < 16) random += crockford[Math.floor(this.next() * 32)];
    return encodeTime(time, 10) + random;
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
