/** Names of files that are made of names of runs. */

const longest = 60;

/** A part of a file's name that every platform takes, made of any text: letters, digits and single hyphens. */
export function fileNameFor(name: string): string {
  const safe = name
    .normalize('NFKC')
    .slice(0, 20 * longest)
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const short = safe
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/-$/, '');
  // Windows keeps these for devices.
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `run-${short}`.replace(/-$/, '') : short;
}
