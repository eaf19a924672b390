/** Ways to read runs in the order of their places, a few at a time. */
import type { Store } from '../store';
import { allOf, type Condition } from './condition';
import type { Span } from './span';
import { partsOf } from './texts';

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

/** What all cursors of one question share. */
export interface Reading {
  readonly store: Store;
  readonly span: Span;
  readonly order: Order;
  /** What the runs have to meet besides. */
  readonly residual: Condition | null;
  /** About how many will be read. */
  readonly wanted: number;
}

/** The runs of one group. */
export function groupCursor(reading: Reading, groupId: number): Cursor {
  return new IndexCursor(reading, 'listedRuns', 'place', { sql: 'groupId = ?', values: [groupId] });
}

/** The runs that the index of texts finds. */
export function textCursor(reading: Reading, text: string): Cursor {
  const source = 'runTexts CROSS JOIN listedRuns ON place = runTexts.rowid';
  return new IndexCursor(reading, source, 'runTexts.rowid', { sql: 'runTexts MATCH ?', values: [partsOf(text)] });
}

/** Takes from an index that has the places in order. */
class IndexCursor implements Cursor {
  readonly #sql: string;
  readonly #values: Condition['values'];
  #from: number;
  #to: number;
  #step: number;

  /** @param place the column of `source` that has the places in order once `condition` is met */
  constructor(
    private readonly reading: Reading,
    source: string,
    place: string,
    condition: Condition,
  ) {
    const { span, order, residual, wanted } = reading;
    this.#from = span.from;
    this.#to = span.to;
    this.#step = Math.min(Math.max(wanted, fewest), most);
    const { sql, values } = allOf([condition, residual]) ?? condition;
    this.#values = values;
    this.#sql = `SELECT place, groupId FROM ${source}
      WHERE ${sql} AND ${place} >= ? AND ${place} < ? ORDER BY ${place} ${directionOf(order)} LIMIT ?`;
  }

  read(): readonly ListedRun[] | null {
    if (this.#from >= this.#to) return null;
    const { store, order } = this.reading;
    const rows = store.prepare(this.#sql).all(...this.#values, this.#from, this.#to, this.#step);
    const runs = rows.map(listedRun);
    const last = runs.at(-1);
    if (last === undefined || runs.length < this.#step) this.#from = this.#to;
    else if (order === 'newest') this.#to = last.place;
    else this.#from = last.place + 1;
    this.#step = Math.min(this.#step * 4, most);
    return runs;
  }
}

/** Runs that an index gives at once: opening it costs as much as some 20 of them; so many take some milliseconds. */
const fewest = 8;
const most = 2_048;

/** Looks at each run of the span, more and more at a time as long as it finds few. */
export class ScanCursor implements Cursor {
  readonly #sql: string;
  #from: number;
  #to: number;
  #width: number;

  constructor(private readonly reading: Reading) {
    const { span, order, residual, wanted } = reading;
    this.#from = span.from;
    this.#to = span.to;
    this.#width = Math.min(wanted, widest);
    const also = residual === null ? '' : `AND ${residual.sql}`;
    this.#sql = `SELECT place, groupId FROM listedRuns WHERE place >= ? AND place < ? ${also}
      ORDER BY place ${directionOf(order)}`;
  }

  read(): readonly ListedRun[] | null {
    if (this.#from >= this.#to) return null;
    const { store, order, residual } = this.reading;
    const from = order === 'newest' ? Math.max(this.#from, this.#to - this.#width) : this.#from;
    const to = order === 'newest' ? this.#to : Math.min(this.#to, this.#from + this.#width);
    if (order === 'newest') this.#to = from;
    else this.#from = to;
    const runs = store
      .prepare(this.#sql)
      .all(from, to, ...(residual?.values ?? []))
      .map(listedRun);
    if (runs.length < this.#width / 8) this.#width = Math.min(this.#width * 4, widest);
    return runs;
  }
}

/** Some 5 ms of work. */
const widest = 16_384;

function directionOf(order: Order): 'DESC' | 'ASC' {
  return order === 'newest' ? 'DESC' : 'ASC';
}

function listedRun(row: Readonly<Record<string, unknown>>): ListedRun {
  return { place: Number(row['place']), groupId: Number(row['groupId']) };
}
