/** The nodes directly inside of each module, in their order; by null those of the workflow itself. */
export function byModule<Node extends { readonly module: string | null }>(
  nodes: readonly Node[],
): ReadonlyMap<string | null, readonly Node[]> {
  const inside = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const beside = inside.get(node.module);
    if (beside === undefined) inside.set(node.module, [node]);
    else beside.push(node);
  }
  return inside;
}
