/** Every key of the canvas, once: what they do, how they are listed, and how a key press is recognised. */

export type ShortcutGroup = 'Move about' | 'Select' | 'Edit' | 'View';

export interface Shortcut {
  readonly group: ShortcutGroup;
  /** What it does, as a command reads. */
  readonly label: string;
  /** Each is one way to press it: `Mod` is Ctrl, on a Mac Cmd; the last part is `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  /** It changes the workflow, and so is there only where that can be changed. */
  readonly edits?: true;
}

export const shortcuts = {
  goLeft: { group: 'Move about', label: 'Go back along a wire', keys: ['ArrowLeft'] },
  goRight: { group: 'Move about', label: 'Go on along a wire', keys: ['ArrowRight'] },
  goUp: { group: 'Move about', label: 'Go to the node above', keys: ['ArrowUp'] },
  goDown: { group: 'Move about', label: 'Go to the node below', keys: ['ArrowDown'] },
  goFirst: { group: 'Move about', label: 'Go to the first node', keys: ['Home'] },
  goLast: { group: 'Move about', label: 'Go to the last node', keys: ['End'] },
  goNext: { group: 'Move about', label: 'Go to the next node', keys: ['PageDown'] },
  goPrevious: { group: 'Move about', label: 'Go to the previous node', keys: ['PageUp'] },
  inspect: { group: 'Select', label: 'Open the inspector', keys: ['Enter', 'Space'] },
  letGo: { group: 'Select', label: 'Select nothing', keys: ['Escape'] },
  moveLeft: { group: 'Edit', label: 'Move left', keys: ['Alt+ArrowLeft'], edits: true },
  moveRight: { group: 'Edit', label: 'Move right', keys: ['Alt+ArrowRight'], edits: true },
  moveUp: { group: 'Edit', label: 'Move up', keys: ['Alt+ArrowUp'], edits: true },
  moveDown: { group: 'Edit', label: 'Move down', keys: ['Alt+ArrowDown'], edits: true },
  remove: { group: 'Edit', label: 'Delete', keys: ['Delete', 'Backspace'], edits: true },
  zoomIn: { group: 'View', label: 'Zoom in', keys: ['+', '='] },
  zoomOut: { group: 'View', label: 'Zoom out', keys: ['-'] },
  fitAll: { group: 'View', label: 'Fit all nodes', keys: ['0'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const byKeys = new Map<string, ShortcutId>(
  Object.entries(shortcuts).flatMap(([id, { keys }]) => keys.map((key) => [key, id as ShortcutId] as const)),
);

/** The shortcut that a key press is; undefined for all others. */
export function shortcutOf(pressed: PressedKey): ShortcutId | undefined {
  return byKeys.get(nameOf(pressed));
}

/** How the table writes a key press: modifiers in one order. Shift counts only where it makes no other character. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): string {
  const isCharacter = key.length === 1 && key !== ' ';
  const letter = /^[a-z]$/i.test(key);
  const parts = [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && (!isCharacter || letter) ? ['Shift'] : []),
    key === ' ' ? 'Space' : letter ? key.toUpperCase() : key,
  ];
  return parts.join('+');
}
