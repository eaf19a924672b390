/** Every key of the canvas, once: what they do, how they are listed, and how a key press is recognised. */

export type ShortcutGroup = 'Move about' | 'Select' | 'Edit' | 'Arrange' | 'View';

/** What a context menu was opened on. */
export type MenuPlace = 'node' | 'wire' | 'canvas';

export interface Shortcut {
  readonly group: ShortcutGroup;
  /** What it does, as a command reads. */
  readonly label: string;
  /** Each is one way to press it: `Mod` is Ctrl, on a Mac Cmd; the last part is `KeyboardEvent.key`. */
  readonly keys: readonly string[];
  /** It changes the workflow, and so is there only where that can be changed. */
  readonly edits?: true;
  /** The key goes to the browser, from which an event of the clipboard comes back. */
  readonly isOfClipboard?: true;
  /** The context menus that offer it, in the order of the table. */
  readonly menu?: readonly MenuPlace[];
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
  find: { group: 'Move about', label: 'Find a node', keys: ['Mod+F', '/'], menu: ['canvas'] },
  findNext: { group: 'Move about', label: 'Go to the next match', keys: ['F3'] },
  findPrevious: { group: 'Move about', label: 'Go to the previous match', keys: ['Shift+F3'] },
  inspect: { group: 'Select', label: 'Open the inspector', keys: ['Enter'], menu: ['node'] },
  toggle: { group: 'Select', label: 'Select the node too, or no longer', keys: ['Space'] },
  selectAll: { group: 'Select', label: 'Select all nodes', keys: ['Mod+A'], menu: ['canvas'] },
  extendLeft: { group: 'Select', label: 'Go back along a wire and select', keys: ['Shift+ArrowLeft'] },
  extendRight: { group: 'Select', label: 'Go on along a wire and select', keys: ['Shift+ArrowRight'] },
  extendUp: { group: 'Select', label: 'Go up and select', keys: ['Shift+ArrowUp'] },
  extendDown: { group: 'Select', label: 'Go down and select', keys: ['Shift+ArrowDown'] },
  letGo: { group: 'Select', label: 'Select nothing', keys: ['Escape'] },
  moveLeft: { group: 'Edit', label: 'Move left', keys: ['Alt+ArrowLeft'], edits: true },
  moveRight: { group: 'Edit', label: 'Move right', keys: ['Alt+ArrowRight'], edits: true },
  moveUp: { group: 'Edit', label: 'Move up', keys: ['Alt+ArrowUp'], edits: true },
  moveDown: { group: 'Edit', label: 'Move down', keys: ['Alt+ArrowDown'], edits: true },
  add: { group: 'Edit', label: 'Add a node or an input', keys: ['A'], edits: true, menu: ['canvas'] },
  duplicate: { group: 'Edit', label: 'Duplicate', keys: ['Mod+D'], edits: true, menu: ['node'] },
  copy: { group: 'Edit', label: 'Copy', keys: ['Mod+C'], isOfClipboard: true, menu: ['node'] },
  cut: { group: 'Edit', label: 'Cut', keys: ['Mod+X'], edits: true, isOfClipboard: true, menu: ['node'] },
  paste: { group: 'Edit', label: 'Paste', keys: ['Mod+V'], edits: true, isOfClipboard: true, menu: ['node', 'canvas'] },
  connect: { group: 'Edit', label: 'Connect to another node', keys: ['C'], edits: true, menu: ['node'] },
  disconnect: { group: 'Edit', label: 'Remove a wire', keys: ['Shift+C'], edits: true, menu: ['node'] },
  remove: { group: 'Edit', label: 'Delete', keys: ['Delete', 'Backspace'], edits: true, menu: ['node', 'wire'] },
  arrangeAll: { group: 'Arrange', label: 'Arrange all', keys: ['L'], edits: true, menu: ['canvas'] },
  arrangeSelection: { group: 'Arrange', label: 'Arrange selection', keys: ['Shift+L'], edits: true, menu: ['node'] },
  alignLeft: { group: 'Arrange', label: 'Align left', keys: ['Mod+Shift+ArrowLeft'], edits: true, menu: ['node'] },
  alignRight: { group: 'Arrange', label: 'Align right', keys: ['Mod+Shift+ArrowRight'], edits: true, menu: ['node'] },
  alignTop: { group: 'Arrange', label: 'Align top', keys: ['Mod+Shift+ArrowUp'], edits: true, menu: ['node'] },
  alignBottom: { group: 'Arrange', label: 'Align bottom', keys: ['Mod+Shift+ArrowDown'], edits: true, menu: ['node'] },
  alignColumn: { group: 'Arrange', label: 'Align centers in a column', keys: ['V'], edits: true, menu: ['node'] },
  alignRow: { group: 'Arrange', label: 'Align centers in a row', keys: ['H'], edits: true, menu: ['node'] },
  spreadRow: { group: 'Arrange', label: 'Distribute horizontally', keys: ['Shift+H'], edits: true, menu: ['node'] },
  spreadColumn: { group: 'Arrange', label: 'Distribute vertically', keys: ['Shift+V'], edits: true, menu: ['node'] },
  zoomIn: { group: 'View', label: 'Zoom in', keys: ['+', '='] },
  zoomOut: { group: 'View', label: 'Zoom out', keys: ['-'] },
  fitAll: { group: 'View', label: 'Fit all nodes', keys: ['0'], menu: ['canvas'] },
  menu: { group: 'View', label: 'Open the menu', keys: ['Shift+F10', 'ContextMenu'] },
  nextProblem: { group: 'Move about', label: 'Go to the next problem', keys: ['F8'] },
  workflow: { group: 'View', label: 'Show the settings of the workflow', keys: ['I'], menu: ['canvas'] },
  help: { group: 'View', label: 'Show all keyboard shortcuts', keys: ['?'], menu: ['canvas'] },
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
  Object.entries<Shortcut>(shortcuts).flatMap(([id, { keys, isOfClipboard }]) =>
    isOfClipboard === true ? [] : keys.map((key) => [key, id as ShortcutId] as const),
  ),
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
