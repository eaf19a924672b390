/**
 * Prints one result as a JSON line: the value in its unit, beside its limit or the peer of the same run.
 * @param {{ bench: string, value: number, unit: string, limit?: number, [more: string]: unknown }} result
 */
export function report({ bench, value, unit, limit, ...more }) {
  const ratio = limit === undefined || limit === 0 ? {} : { ofLimit: Number((value / limit).toFixed(3)) };
  const ok = limit === undefined ? {} : { ok: value <= limit };
  console.log(
    JSON.stringify({ bench, value, unit, ...(limit === undefined ? {} : { limit }), ...ratio, ...more, ...ok }),
  );
}

/** The middle one of an odd number of values. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
