/** Sizes of the grid in pixels; the style sheet has the same. */
export const sizes = { row: 24, column: 40, head: 44, names: 240 } as const;
