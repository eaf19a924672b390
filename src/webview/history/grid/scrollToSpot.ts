import type { GridSpot } from '../model/gridKeys';
import { sizes } from './sizes';

/** Scrolls as little as shows the cell whole, beside the names and below the runs. */
export function scrollToSpot(scroller: HTMLElement | null, { row, column }: GridSpot): void {
  if (scroller === null) return;
  const { clientWidth, clientHeight } = scroller;
  if (row >= 0) {
    scroller.scrollTop = nearest(scroller.scrollTop, clientHeight - sizes.head, row * sizes.row, sizes.row);
  }
  if (column >= 0) {
    scroller.scrollLeft = nearest(scroller.scrollLeft, clientWidth - sizes.names, column * sizes.column, sizes.column);
  }
}

function nearest(offset: number, length: number, start: number, size: number): number {
  return Math.max(Math.min(offset, start), start + size - length);
}
