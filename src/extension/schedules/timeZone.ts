/** The time zone of this machine, by which times are read unless another is chosen. */
export function hereTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
