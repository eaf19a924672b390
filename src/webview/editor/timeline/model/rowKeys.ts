/** What a key does in the timeline. */
import type { TimelineRow } from '../../../../model/run/timeline/timeline';

export type RowKey =
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'show' }
  /** On the canvas of the module that it is inside of. */
  | { readonly kind: 'open' }
  | { readonly kind: 'zoom'; readonly factor: number }
  /** By a part of what is in sight. */
  | { readonly kind: 'pan'; readonly part: number }
  | { readonly kind: 'fit' }
  /** What is over the rows goes first, then they themselves. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'close' };

interface Pressed {
  /** `KeyboardEvent.key`, or `Mod+Enter`. */
  readonly key: string;
  readonly shift: boolean;
  readonly rows: readonly TimelineRow[];
  /** Index of the row with the focus. */
  readonly at: number;
  /** Rows on one page. */
  readonly page: number;
  /** Paths of modules that are closed. */
  readonly closed: ReadonlySet<string>;
}

/** The keys of a tree, and those of time; undefined: the key means nothing here. */
export function moveIn({ key, shift, rows, at, page, closed }: Pressed): RowKey | undefined {
  const go = (index: number): RowKey => ({ kind: 'go', index: Math.min(rows.length - 1, Math.max(0, index)) });
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'PageDown':
      return go(at + page);
    case 'PageUp':
      return go(at - page);
    case 'Home':
      return go(0);
    case 'End':
      return go(rows.length - 1);
    case 'ArrowRight':
      if (shift) return { kind: 'pan', part: 0.2 };
      if (row?.isModule !== true) return undefined;
      return closed.has(row.path) ? { kind: 'toggle' } : go(at + 1);
    case 'ArrowLeft':
      if (shift) return { kind: 'pan', part: -0.2 };
      if (row?.isModule === true && !closed.has(row.path)) return { kind: 'toggle' };
      return row === undefined || row.module === null
        ? undefined
        : go(rows.findIndex(({ path }) => path === row.module));
    case 'Enter':
    case ' ':
      return { kind: 'show' };
    case 'Mod+Enter':
      return { kind: 'open' };
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1.5 };
    case '-':
      return { kind: 'zoom', factor: 1 / 1.5 };
    case '0':
      return { kind: 'fit' };
    case 'Escape':
      return { kind: 'leave' };
    case 't':
    case 'T':
      return { kind: 'close' };
    default:
      return undefined;
  }
}
