/** How a key of the table is written for people, on their platform. */

export type Platform = 'mac' | 'other';

/** The platform that the page is on. */
export function platformHere(): Platform {
  return /mac|iphone|ipad/i.test(navigator.platform) ? 'mac' : 'other';
}

const names: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  mac: { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Escape: '⎋', Delete: '⌦', Backspace: '⌫' },
  other: { Mod: 'Ctrl', Escape: 'Esc' },
};
const onEvery: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  ContextMenu: 'Menu',
};

/** "Ctrl+Shift+L", on a Mac "⇧⌘L". */
export function keyText(key: string, platform: Platform): string {
  const parts = partsOf(key);
  const written = parts.map((part) => names[platform][part] ?? onEvery[part] ?? part);
  if (platform === 'other') return written.join('+');
  // A Mac writes its modifiers in the order ⌥ ⇧ ⌘.
  const modifiers = ['⌥', '⇧', '⌘'].filter((modifier) => written.includes(modifier));
  return [...modifiers, written.at(-1)].join('');
}

/** The value of `aria-keyshortcuts` for a key of the table. */
export function ariaKey(key: string, platform: Platform): string {
  const words: Record<string, string> = { Mod: platform === 'mac' ? 'Meta' : 'Control', '+': 'Plus' };
  return partsOf(key)
    .map((part) => words[part] ?? part)
    .join('+');
}

/** The plus key is a plus sign itself. */
function partsOf(key: string): string[] {
  return key === '+' ? ['+'] : key.split('+');
}
