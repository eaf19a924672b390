/** More is no selection of nodes that somebody copied. In characters. */
export const longestFragment = 1_000_000;
