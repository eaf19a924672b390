/** Height of a row and of the header, in pixels; `grid.css` says the same. */
export const rowHeight = 28;
