import type { GridSpot } from '../model/gridKeys';

/** The element id of a cell. */
export function cellId({ row, column }: GridSpot): string {
  return `cell-${row}-${column}`;
}
