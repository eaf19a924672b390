/** Pieces of SQL with the values for their question marks. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** All of them together; null when there is none. */
export function allOf(conditions: readonly (Condition | null)[]): Condition | null {
  const some = conditions.filter((condition) => condition !== null);
  if (some.length === 0) return null;
  return { sql: some.map(({ sql }) => sql).join(' AND '), values: some.flatMap(({ values }) => values) };
}
