/** Heights of the timeline's parts, in pixels, as in timeline.css. */
export const rowHeight = 24;
export const axisHeight = 24;
const headHeight = 33;

export const heightLimits = { min: 120, max: 900, step: 20 } as const;

/** Until somebody drags it: so high that whole rows are in sight, as many as there are, from three to eight. */
export function fittingHeight(rows: number): number {
  return headHeight + axisHeight + rowHeight * Math.min(8, Math.max(3, rows));
}
