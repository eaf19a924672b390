/** How a file writes a length of time: `45s`, `10m`, `1h30m`, or a whole number of seconds. */

export const durationPattern = /^(?:\d+|(?=\d)(?:\d+h)?(?:\d+m)?(?:\d+s)?)$/;

/** Seconds of a duration; null when the text is none, or not more than nothing. */
export function parseDuration(text: string): number | null {
  if (!durationPattern.test(text)) return null;
  const amount = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  const seconds = /^\d+$/.test(text) ? Number(text) : amount('h') * 3600 + amount('m') * 60 + amount('s');
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null;
}

/** A duration as people write it: `45s`, `10m`, `1h30m`. Takes whole seconds, more than none. */
export function writtenDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  return parts.map(([amount, unit]) => (amount === 0 ? '' : `${amount}${unit}`)).join('');
}
