/** Which node the inspector shows while the one it shows gets another id. */

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The id that `nodeId` has in a graph of these ids, after a rename that was made here or was undone. */
export function followRename(ids: ReadonlySet<string>, nodeId: string | null, rename: Rename | null): string | null {
  if (nodeId === null || rename === null || ids.has(nodeId)) return nodeId;
  if (nodeId === rename.from && ids.has(rename.to)) return rename.to;
  if (nodeId === rename.to && ids.has(rename.from)) return rename.from;
  return nodeId;
}
