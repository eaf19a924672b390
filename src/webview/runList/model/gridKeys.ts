/** What the keys of the grid mean. */
import type { ColumnName } from './columns';
import type { SelectionChange } from './selection';

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export interface GridPlace {
  /** Row that the keyboard stands on; -1: on none yet. */
  readonly row: number;
  readonly rowCount: number;
  /** Rows that fit into sight. */
  readonly pageRows: number;
  /** Place of the cell among the columns; -1: the row as a whole. */
  readonly cell: number;
  readonly columns: readonly ColumnName[];
}

export type GridIntent =
  | { readonly kind: 'row'; readonly row: number; readonly change: SelectionChange }
  | { readonly kind: 'cell'; readonly cell: number }
  | { readonly kind: 'openRun' }
  | { readonly kind: 'openWorkflow' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'clearSelection' }
  | { readonly kind: 'action'; readonly action: 'rename' | 'delete' };

/** What the key does there; null: nothing of the grid's. */
export function intentOf(stroke: KeyStroke, place: GridPlace): GridIntent | null {
  const { key, shiftKey } = stroke;
  if (stroke.altKey) return null;
  if (stroke.ctrlKey || stroke.metaKey) return withModifier(stroke, place);
  const row = rowAfter(key, place);
  if (row !== null) return { kind: 'row', row, change: shiftKey ? 'extend' : 'replace' };
  switch (key) {
    case 'ArrowRight':
      return { kind: 'cell', cell: Math.min(place.cell + 1, place.columns.length - 1) };
    case 'ArrowLeft':
      return { kind: 'cell', cell: Math.max(place.cell - 1, -1) };
    case 'Enter':
      return entered(place.columns[place.cell]);
    case ' ':
      return { kind: 'row', row: Math.max(place.row, 0), change: shiftKey ? 'extend' : 'replace' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return shiftKey ? { kind: 'menu' } : null;
    case 'Escape':
      return { kind: 'clearSelection' };
    case 'Delete':
      return { kind: 'action', action: 'delete' };
    case 'F2':
      return { kind: 'action', action: 'rename' };
    default:
      return null;
  }
}

function withModifier({ key, metaKey }: KeyStroke, place: GridPlace): GridIntent | null {
  if (key === 'a' || key === 'A') return { kind: 'selectAll' };
  if (key === ' ') return { kind: 'row', row: Math.max(place.row, 0), change: 'toggle' };
  if (key === 'Backspace' && metaKey) return { kind: 'action', action: 'delete' };
  const row = rowAfter(key, place);
  return row === null ? null : { kind: 'row', row, change: 'focus' };
}

function entered(column: ColumnName | undefined): GridIntent {
  switch (column) {
    case 'workflow':
      return { kind: 'openWorkflow' };
    case 'actions':
      return { kind: 'menu' };
    default:
      return { kind: 'openRun' };
  }
}

function rowAfter(key: string, { row, rowCount, pageRows }: GridPlace): number | null {
  const within = (index: number): number => Math.min(Math.max(index, 0), rowCount - 1);
  switch (key) {
    case 'ArrowDown':
      return within(row + 1);
    case 'ArrowUp':
      return within(row < 0 ? 0 : row - 1);
    case 'Home':
      return 0;
    case 'End':
      return within(rowCount - 1);
    case 'PageDown':
      return within(row + pageRows);
    case 'PageUp':
      return within(row - pageRows);
    default:
      return null;
  }
}
