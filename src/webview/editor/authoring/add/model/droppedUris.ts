/** What a drag from VS Code or the file manager carries. */

/** The kinds of data by which VS Code names files, best first. */
const uriLists = ['application/vnd.code.uri-list', 'text/uri-list'] as const;
/** A JSON array of addresses, from VS Code's explorer. */
const resources = 'resourceurls';

/** Reads one kind of data of a drop; empty when there is none. */
export type ReadData = (type: string) => string;

/** True if a drag with data of these kinds may carry files. What it carries can only be read when it is dropped. */
export function mayCarryFiles(types: readonly string[]): boolean {
  const lower = types.map((type) => type.toLowerCase());
  return [...uriLists, resources, 'files'].some((type) => lower.includes(type));
}

/** The addresses of the files that were dropped; none for other things. */
export function droppedUris(read: ReadData): string[] {
  for (const type of uriLists) {
    const uris = lines(read(type));
    if (uris.length > 0) return uris;
  }
  return addresses(read(resources));
}

function lines(list: string): string[] {
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function addresses(json: string): string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
