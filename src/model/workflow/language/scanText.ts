/** Reads where a place of a YAML text is, line by line, without a parse: while somebody types, the text is rarely valid. */

/** What the end of the scanned text is in, from the outermost to the innermost. */
export interface Container {
  readonly kind: 'block' | 'flowMap' | 'flowList';
  /** Column of a block's key or dash. */
  readonly column: number;
  /** The key whose value this is about; in a flow map the key before the colon. Null: none yet, or an item of a list. */
  key: string | null;
  /** Keys that stood before in the same braces. */
  readonly keys: string[];
  /** Items that stood before in the same brackets. */
  readonly items: string[];
}

export interface Scan {
  readonly containers: readonly Container[];
  /** Where the word begins that the text ends in: a key or value as far as it was typed. */
  readonly wordStart: number;
  /** The quotation mark that the word began with. */
  readonly quote: string;
  /** True in a comment or in the lines of a block scalar, where nothing has a meaning. */
  readonly isProse: boolean;
  /** Parts that were begun with a bracket and left without the other one. */
  readonly unfinished: readonly (readonly [start: number, end: number])[];
}

const blockKey = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#,[\]{}&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?)[ \t]*:(?=\s|$)/;

/** Scans the text up to `end`. */
export function scanText(text: string, end: number): Scan {
  const scanner = new Scanner(text.slice(0, end));
  return scanner.scan();
}

class Scanner {
  readonly #blocks: Container[] = [];
  readonly #flows: Container[] = [];
  readonly #unfinished: [number, number][] = [];
  /** Column of the key whose block scalar the lines belong to. */
  #scalar: number | null = null;
  #flowStart = 0;
  #wordStart = 0;
  #quote = '';
  #isProse = false;

  constructor(private readonly text: string) {}

  scan(): Scan {
    for (let start = 0; ;) {
      const next = this.text.indexOf('\n', start);
      const stop = next === -1 ? this.text.length : next;
      this.#line(start, this.text.slice(start, stop).replace(/\r$/, ''), next === -1);
      if (next === -1) break;
      start = next + 1;
    }
    if (this.#flows.length > 0) this.#unfinished.push([this.#flowStart, this.text.length]);
    return {
      containers: [...this.#blocks, ...this.#flows],
      wordStart: this.#wordStart,
      quote: this.#quote,
      isProse: this.#isProse,
      unfinished: this.#unfinished,
    };
  }

  #line(start: number, line: string, isLast: boolean): void {
    const column = /^ */.exec(line)?.[0].length ?? 0;
    const rest = line.slice(column);
    this.#isProse = false;
    this.#quote = '';
    this.#wordStart = start + column;
    if (this.#flows.length > 0 && !this.#leavesFlow(start, column, rest)) {
      this.#flow(start, line, column);
      return;
    }
    if (this.#scalar !== null) {
      this.#isProse = column > this.#scalar;
      if (this.#isProse || (rest === '' && !isLast)) return;
      this.#scalar = null;
    }
    if (rest === '' && !isLast) return;
    if (rest.startsWith('#')) {
      this.#isProse = true;
      return;
    }
    this.#block(start, line, column);
  }

  /** A line that begins a key no deeper than the one before the bracket: the bracket was never closed. */
  #leavesFlow(start: number, column: number, rest: string): boolean {
    const outer = this.#blocks.at(-1)?.column ?? -1;
    if (column > outer || !(blockKey.test(rest) || rest.startsWith('- '))) return false;
    this.#unfinished.push([this.#flowStart, start]);
    this.#flows.length = 0;
    return true;
  }

  #block(start: number, line: string, first: number): void {
    let column = first;
    for (;;) {
      const rest = line.slice(column);
      const dash = /^-(?:[ \t]+|$)/.exec(rest)?.[0];
      this.#leave(column, dash !== undefined);
      this.#wordStart = start + column;
      if (dash !== undefined) {
        this.#blocks.push(container('block', column));
        column += dash.length;
        continue;
      }
      const key = blockKey.exec(rest);
      if (key === null) break;
      this.#blocks.push({ ...container('block', column), key: unquoted(key[1] ?? '') });
      column += key[0].length;
      const gap = /^[ \t]*/.exec(line.slice(column))?.[0].length ?? 0;
      column += gap;
      this.#value(start, line, column, gap);
      return;
    }
    this.#word(start, line, column);
  }

  /** Leaves the blocks that a line at this column is no part of. A dash may stand right below the key of its list. */
  #leave(column: number, isDash: boolean): void {
    for (let last = this.#blocks.at(-1); last !== undefined; last = this.#blocks.at(-1)) {
      if (last.column < column || (isDash && last.column === column && last.key !== null)) return;
      this.#blocks.pop();
    }
  }

  #value(start: number, line: string, column: number, gap: number): void {
    this.#wordStart = start + column;
    if (gap === 0 || column >= line.length) return;
    if (/^[|>]/.test(line.slice(column))) {
      this.#scalar = this.#blocks.at(-1)?.column ?? 0;
      this.#isProse = true;
      return;
    }
    this.#word(start, line, column);
  }

  #word(start: number, line: string, column: number): void {
    const sign = line[column] ?? '';
    if (sign === '{' || sign === '[') {
      this.#flowStart = start + column;
      this.#flow(start, line, column);
      return;
    }
    this.#wordStart = start + column;
    if (sign === '"' || sign === "'") {
      this.#quote = sign;
      this.#wordStart += 1;
      this.#isProse = line.indexOf(sign, column + 1) !== -1;
      return;
    }
    this.#isProse = /(^|\s)#/.test(line.slice(column));
  }

  #flow(start: number, line: string, from: number): void {
    let word = from;
    let quoted: string | null = null;
    for (let at = from; at < line.length; at++) {
      const sign = line[at] ?? '';
      const top = this.#flows.at(-1);
      const current = quoted ?? line.slice(word, at).trim();
      if (sign === '{' || sign === '[') {
        this.#flows.push(container(sign === '{' ? 'flowMap' : 'flowList', 0));
        word = at + 1;
      } else if (top === undefined) {
        // Behind the last bracket only a comment may stand.
        this.#isProse = true;
        return;
      } else if (sign === '}' || sign === ']' || sign === ',') {
        if (sign === ',') {
          if (top.key === null && current !== '') (top.kind === 'flowMap' ? top.keys : top.items).push(current);
          top.key = null;
        } else {
          this.#flows.pop();
        }
        word = at + 1;
        quoted = null;
      } else if (sign === '"' || sign === "'") {
        const close = line.indexOf(sign, at + 1);
        if (close === -1) {
          this.#quote = sign;
          this.#wordStart = start + at + 1;
          return;
        }
        quoted = line.slice(at + 1, close);
        at = close;
      } else if (sign === '#' && /\s/.test(line[at - 1] ?? ' ')) {
        this.#isProse = true;
        return;
      } else if (sign === ':' && top.kind === 'flowMap' && top.key === null && (quoted !== null || endsKey(line, at))) {
        top.key = current;
        top.keys.push(current);
        word = at + 1;
        quoted = null;
      }
    }
    const gap = /^\s*/.exec(line.slice(word))?.[0].length ?? 0;
    this.#wordStart = start + word + gap;
    if (quoted !== null || this.#flows.length === 0) this.#isProse = true;
  }
}

function container(kind: Container['kind'], column: number): Container {
  return { kind, column, key: null, keys: [], items: [] };
}

function endsKey(line: string, at: number): boolean {
  return /^(?:[\s,}\]]|$)/.test(line.slice(at + 1));
}

function unquoted(key: string): string {
  return /^["']/.test(key) ? key.slice(1, -1) : key;
}
