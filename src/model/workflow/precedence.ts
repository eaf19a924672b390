/** What comes before what, for anything that has ids: nodes of a workflow, boxes of a canvas. */

export interface Precedence {
  /** Ids that come directly before each id, each once. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  /** Ids that come directly after each id. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Every id behind all that it depends on, otherwise in the given order. Ids on a cycle or behind one are left out. */
  readonly order: readonly string[];
}

/** `before` names what comes directly before an id; what is not among `ids` is left out. */
export function precedenceOf(ids: readonly string[], before: (id: string) => Iterable<string>): Precedence {
  const dependents = new Map<string, string[]>(ids.map((id) => [id, []]));
  const dependencies = new Map<string, readonly string[]>();
  for (const id of ids) {
    const known = [...new Set(before(id))].filter((other) => dependents.has(other));
    dependencies.set(id, known);
    for (const other of known) dependents.get(other)?.push(id);
  }
  return { dependencies, dependents, order: orderOf(ids, dependencies, dependents) };
}

function orderOf(
  ids: readonly string[],
  dependencies: Precedence['dependencies'],
  dependents: Precedence['dependents'],
): string[] {
  const waiting = new Map(ids.map((id) => [id, dependencies.get(id)?.length ?? 0]));
  const order = ids.filter((id) => waiting.get(id) === 0);
  for (const id of order) {
    for (const next of dependents.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
}
