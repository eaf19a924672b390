/** Which paths a person means by some words. */
import { fileNameOf } from './paths';

/** The paths that have every word of the query, those first whose file name begins with it or has it; then the short ones. */
export function rankedPaths(paths: readonly string[], query: string): string[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = (path: string): number => {
    const lower = path.toLowerCase();
    if (!words.every((word) => lower.includes(word))) return Number.POSITIVE_INFINITY;
    const name = fileNameOf(lower);
    const [first = ''] = words;
    if (name.startsWith(first)) return 0;
    return name.includes(first) ? 1 : 2;
  };
  return paths
    .map((path) => ({ path, rank: rank(path), depth: path.split('/').length }))
    .filter((found) => Number.isFinite(found.rank))
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}
