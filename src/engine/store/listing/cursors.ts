/** Ways to read runs in the order of their places, a few at a time. */
import type { Store } from '../store';
import { allOf, type Condition } from './condition';
import type { Span } from './span';
import { phraseOf } from './texts';

export type Order = 'newest' | 'oldest';

export interface ListedRun {
  readonly place: number;
  readonly groupId: number;
}

/** Reads on from where it stopped. */
export interface Cursor {
  /** The next runs in the order, some milliseconds of work; maybe none, though there are more. Null: at the end. */
  read(): readonly ListedRun[] | null;
}

/** The runs of one group. */
export function groupCursor(store: Store, groupId: number, also: Condition | null, span: Span, order: Order): Cursor {
  const group = { sql: 'groupId = ?', values: [groupId] };
  return new IndexCursor(store, 'listedRuns', allOf([group, also]) ?? group, span, order);
}

/** The runs in whose name or id the index finds the text. */
export function textCursor(store: Store, text: string, span: Span, order: Order): Cursor {
  const source = 'runTexts t CROSS JOIN listedRuns l ON l.place = t.rowid';
  const found = { sql: 't.runTexts MATCH ?', values: [phraseOf(text)] };
  return new IndexCursor(store, source, allOf([found, span.times]) ?? found, span, order);
}

/** Takes from an index that has the places in order. */
class IndexCursor implements Cursor {
  readonly #sql: string;
  #from: number;
  #to: number;
  #step = 16;

  constructor(
    private readonly store: Store,
    source: string,
    private readonly condition: Condition,
    span: Span,
    private readonly order: Order,
  ) {
    this.#from = span.from;
    this.#to = span.to;
    const place = source === 'listedRuns' ? 'place' : 't.rowid';
    this.#sql = `SELECT ${place} AS place, groupId FROM ${source}
      WHERE ${condition.sql} AND ${place} >= ? AND ${place} < ? ORDER BY ${place} ${directionOf(order)} LIMIT ?`;
  }

  read(): readonly ListedRun[] | null {
    if (this.#from >= this.#to) return null;
    const runs = this.store
      .prepare(this.#sql)
      .all(...this.condition.values, this.#from, this.#to, this.#step)
      .map(listedRun);
    const last = runs.at(-1);
    if (last === undefined || runs.length < this.#step) this.#from = this.#to;
    else if (this.order === 'newest') this.#to = last.place;
    else this.#from = last.place + 1;
    this.#step = 256;
    return runs;
  }
}

/** Looks at each run of the span, more and more at a time as long as it finds few. */
export class ScanCursor implements Cursor {
  readonly #sql: string;
  #from: number;
  #to: number;
  #width = 256;

  constructor(
    private readonly store: Store,
    private readonly condition: Condition | null,
    span: Span,
    private readonly order: Order,
  ) {
    this.#from = span.from;
    this.#to = span.to;
    const also = condition === null ? '' : `AND ${condition.sql}`;
    this.#sql = `SELECT place, groupId FROM listedRuns WHERE place >= ? AND place < ? ${also}
      ORDER BY place ${directionOf(order)}`;
  }

  read(): readonly ListedRun[] | null {
    if (this.#from >= this.#to) return null;
    const from = this.order === 'newest' ? Math.max(this.#from, this.#to - this.#width) : this.#from;
    const to = this.order === 'newest' ? this.#to : Math.min(this.#to, this.#from + this.#width);
    if (this.order === 'newest') this.#to = from;
    else this.#from = to;
    const runs = this.store
      .prepare(this.#sql)
      .all(from, to, ...(this.condition?.values ?? []))
      .map(listedRun);
    if (runs.length < this.#width / 8) this.#width = Math.min(this.#width * 4, widestScan);
    return runs;
  }
}

/** Some 5 ms of work. */
const widestScan = 16_384;

function directionOf(order: Order): 'DESC' | 'ASC' {
  return order === 'newest' ? 'DESC' : 'ASC';
}

function listedRun(row: Readonly<Record<string, unknown>>): ListedRun {
  return { place: Number(row['place']), groupId: Number(row['groupId']) };
}
