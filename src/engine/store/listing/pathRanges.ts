/** Folders and files as ranges of an index on workflow paths. */
import type { RunFilter } from '../../../model/run/query';

/** Each from (with) and to (without); together they hold at least every path that the filter allows. */
export function pathRangesOf(filter: Pick<RunFilter, 'folders' | 'workflowPaths'>): (readonly [string, string])[] {
  if (filter.folders === null) {
    if (filter.workflowPaths === null) return [['', '\u{10FFFF}']];
    return filter.workflowPaths.map((path) => [path, `${path}\u0001`] as const);
  }
  return filter.folders.map((folder) => {
    const inside = folder.endsWith('/') ? folder : `${folder}/`;
    // `0` follows `/`: everything that begins with the folder lies between the two.
    return [inside, `${inside.slice(0, -1)}0`] as const;
  });
}
