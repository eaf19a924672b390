/** A time as a clock of some time zone shows it. */

/** `Tue, 24 Nov 2026, 02:00`: the day of the week too, by which a wrong schedule is noticed. */
export function cronTimeText(time: string, timeZone: string): string {
  const seconds = new Date(time).getUTCSeconds() === 0 ? {} : ({ second: '2-digit' } as const);
  return new Date(time).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...seconds,
    timeZone,
  });
}
