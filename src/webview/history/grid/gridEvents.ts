import type { GridSpot } from '../model/gridKeys';

/** What the mouse does with cells. */
export interface GridEvents {
  readonly onClick: (spot: GridSpot) => void;
  /** Opens the run of the cell. */
  readonly onOpen: (spot: GridSpot) => void;
  readonly onFold: (spot: GridSpot) => void;
  readonly onMenu: (spot: GridSpot, element: Element) => void;
}
