/** What the keys of the grid mean, by where the keyboard stands. */

/** `row` -1: the runs on top. `column` -1: the names of the nodes. */
export interface GridSpot {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly pageRows: number;
  /** Of the module in the row of the keyboard; null: it is none. */
  readonly module: 'open' | 'closed' | null;
}

export interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export type GridIntent =
  | { readonly kind: 'go'; readonly spot: GridSpot }
  | { readonly kind: 'open' }
  | { readonly kind: 'menu' }
  /** Shows or hides the nodes of the module. */
  | { readonly kind: 'fold' };

/** Null: the key means nothing here. */
export function intentOf(pressed: GridKey, spot: GridSpot, size: GridSize): GridIntent | null {
  const { key } = pressed;
  if (key === 'ContextMenu' || (key === 'F10' && pressed.shiftKey)) return { kind: 'menu' };
  if (pressed.altKey || pressed.shiftKey) return null;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  const { row, column } = spot;
  const go = (to: GridSpot): GridIntent => ({ kind: 'go', spot: within(to, size) });
  if (key === 'Home') return go(isCommand ? { row: -1, column: -1 } : { row, column: -1 });
  if (key === 'End') return go({ row: isCommand ? size.rows : row, column: size.columns });
  if (isCommand) return null;
  switch (key) {
    case 'ArrowUp':
      return go({ row: row - 1, column });
    case 'ArrowDown':
      return go({ row: row + 1, column });
    case 'ArrowLeft':
      return column < 0 && size.module === 'open' ? { kind: 'fold' } : go({ row, column: column - 1 });
    case 'ArrowRight':
      return column < 0 && size.module === 'closed' ? { kind: 'fold' } : go({ row, column: column + 1 });
    case 'PageUp':
      return go({ row: row - size.pageRows, column });
    case 'PageDown':
      return go({ row: row + size.pageRows, column });
    case 'Enter':
    case ' ':
      if (column >= 0) return { kind: 'open' };
      return size.module === null ? null : { kind: 'fold' };
    default:
      return null;
  }
}

/** The corner holds nothing: on top the keyboard stands on runs only. */
function within({ row, column }: GridSpot, { rows, columns }: GridSize): GridSpot {
  const lastColumn = columns - 1;
  const inRows = Math.max(columns === 0 ? 0 : -1, Math.min(row, rows - 1));
  const first = inRows < 0 ? 0 : -1;
  return { row: inRows, column: Math.max(first, Math.min(column, lastColumn)) };
}
