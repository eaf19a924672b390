/** The keys of a menu, by the ARIA pattern: where the focus goes among entries with these labels. */

/** Index of the entry to go to from `at`; null: the key is none of a menu's. A letter leads to the next entry that begins with it. */
export function menuStep(labels: readonly string[], at: number, key: string): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % labels.length;
    case 'ArrowUp':
      return (at <= 0 ? labels.length : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return labels.length - 1;
    default:
      return key.length === 1 ? nextBeginning(labels, at, key.toLowerCase()) : null;
  }
}

function nextBeginning(labels: readonly string[], at: number, letter: string): number | null {
  const round = labels.map((_, index) => (at + 1 + index) % labels.length);
  return round.find((index) => labels[index]?.toLowerCase().startsWith(letter)) ?? null;
}
