/** Where the nodes on the clipboard come from; apart from what reads them, which needs a parser. */

const origin = /^# Nodes of (.+\.(?:workflow|module)\.yaml)$/m;

/** The file, as a path in its workspace, that a fragment says it is from; null when it does not say. */
export function originOf(fragment: string): string | null {
  return origin.exec(fragment.slice(0, 2_000))?.[1] ?? null;
}
