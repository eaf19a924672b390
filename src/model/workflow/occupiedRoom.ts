/** Which parts of the canvas are covered by boxes, for finding room without comparing every box with every other. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Side of the squares that the canvas is divided into, in pixels; about the size of a box. */
const cell = 256;

export class OccupiedRoom {
  readonly #cells = new Map<string, Box[]>();
  /** How far down the search went the last time from the same place: many new boxes may want one place. */
  readonly #searched = new Map<string, number>();

  take(box: Box): void {
    for (const key of cellsOf(box)) {
      const boxes = this.#cells.get(key);
      if (boxes === undefined) this.#cells.set(key, [box]);
      else boxes.push(box);
    }
  }

  /** The box itself, or moved straight down to the first place with `distance` to every box there. */
  firstFree(box: Box, distance: number): Box {
    const from = `${box.x},${box.y},${box.height}`;
    let y = this.#searched.get(from) ?? box.y;
    for (;;) {
      const tried = { ...box, y };
      const inTheWay = this.#anyNear(tried, distance);
      if (inTheWay === undefined) break;
      y = inTheWay.y + inTheWay.height + distance;
    }
    this.#searched.set(from, y);
    return { ...box, y };
  }

  #anyNear(box: Box, distance: number): Box | undefined {
    const wide = {
      x: box.x - distance,
      y: box.y - distance,
      width: box.width + 2 * distance,
      height: box.height + 2 * distance,
    };
    for (const key of cellsOf(wide)) {
      const found = this.#cells.get(key)?.find((other) => overlap(wide, other));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function* cellsOf(box: Box): Generator<string> {
  for (let column = Math.floor(box.x / cell); column <= Math.floor((box.x + box.width) / cell); column++) {
    for (let row = Math.floor(box.y / cell); row <= Math.floor((box.y + box.height) / cell); row++) {
      yield `${column},${row}`;
    }
  }
}
