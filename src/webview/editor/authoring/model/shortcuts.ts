/** Every key of the canvas, once: what they do, how they are listed, and how a key press is recognised. */

export type ShortcutGroup = 'Move about' | 'Select' | 'Edit' | 'Run' | 'Arrange' | 'View';

/** What a context menu was opened on. */
export type MenuPlace = 'node' | 'wire' | 'canvas';

export interface Shortcut {
  readonly group: ShortcutGroup;
  /** What it does, as VS Code writes its commands: in title case, `…` where a question follows. */
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
  goLeft: { group: 'Move about', label: 'Go Back Along a Wire', keys: ['ArrowLeft'] },
  goRight: { group: 'Move about', label: 'Go On Along a Wire', keys: ['ArrowRight'] },
  goUp: { group: 'Move about', label: 'Go to the Node Above', keys: ['ArrowUp'] },
  goDown: { group: 'Move about', label: 'Go to the Node Below', keys: ['ArrowDown'] },
  goFirst: { group: 'Move about', label: 'Go to the First Node', keys: ['Home'] },
  goLast: { group: 'Move about', label: 'Go to the Last Node', keys: ['End'] },
  goNext: { group: 'Move about', label: 'Go to the Next Node', keys: ['PageDown'] },
  goPrevious: { group: 'Move about', label: 'Go to the Previous Node', keys: ['PageUp'] },
  find: { group: 'Move about', label: 'Find a Node', keys: ['Mod+F', '/'], menu: ['canvas'] },
  findNext: { group: 'Move about', label: 'Go to the Next Match', keys: ['F3'] },
  findPrevious: { group: 'Move about', label: 'Go to the Previous Match', keys: ['Shift+F3'] },
  inspect: { group: 'Select', label: 'Open the Inspector', keys: ['Enter'], menu: ['node'] },
  openModule: { group: 'Select', label: 'Open the Module', keys: ['Mod+Enter'], menu: ['node'] },
  toggle: { group: 'Select', label: 'Toggle Selection', keys: ['Space'] },
  selectAll: { group: 'Select', label: 'Select All Nodes', keys: ['Mod+A'], menu: ['canvas'] },
  extendLeft: { group: 'Select', label: 'Go Back Along a Wire and Select', keys: ['Shift+ArrowLeft'] },
  extendRight: { group: 'Select', label: 'Go On Along a Wire and Select', keys: ['Shift+ArrowRight'] },
  extendUp: { group: 'Select', label: 'Go Up and Select', keys: ['Shift+ArrowUp'] },
  extendDown: { group: 'Select', label: 'Go Down and Select', keys: ['Shift+ArrowDown'] },
  letGo: { group: 'Select', label: 'Select Nothing', keys: ['Escape'] },
  moveLeft: { group: 'Edit', label: 'Move Left', keys: ['Alt+ArrowLeft'], edits: true },
  moveRight: { group: 'Edit', label: 'Move Right', keys: ['Alt+ArrowRight'], edits: true },
  moveUp: { group: 'Edit', label: 'Move Up', keys: ['Alt+ArrowUp'], edits: true },
  moveDown: { group: 'Edit', label: 'Move Down', keys: ['Alt+ArrowDown'], edits: true },
  add: { group: 'Edit', label: 'Add a Node or an Input…', keys: ['A'], edits: true, menu: ['canvas'] },
  duplicate: { group: 'Edit', label: 'Duplicate', keys: ['Mod+D'], edits: true, menu: ['node'] },
  copy: { group: 'Edit', label: 'Copy', keys: ['Mod+C'], isOfClipboard: true, menu: ['node'] },
  cut: { group: 'Edit', label: 'Cut', keys: ['Mod+X'], edits: true, isOfClipboard: true, menu: ['node'] },
  paste: { group: 'Edit', label: 'Paste', keys: ['Mod+V'], edits: true, isOfClipboard: true, menu: ['node', 'canvas'] },
  connect: { group: 'Edit', label: 'Connect to Another Node…', keys: ['C'], edits: true, menu: ['node'] },
  disconnect: { group: 'Edit', label: 'Remove a Wire…', keys: ['Shift+C'], edits: true, menu: ['node'] },
  remove: { group: 'Edit', label: 'Delete', keys: ['Delete', 'Backspace'], edits: true, menu: ['node', 'wire'] },
  rerunFromHere: { group: 'Run', label: 'Re-run from Here', keys: [], menu: ['node'] },
  arrangeAll: { group: 'Arrange', label: 'Arrange All', keys: ['L'], edits: true, menu: ['canvas'] },
  arrangeSelection: { group: 'Arrange', label: 'Arrange Selection', keys: ['Shift+L'], edits: true, menu: ['node'] },
  alignLeft: { group: 'Arrange', label: 'Align Left', keys: ['Mod+Shift+ArrowLeft'], edits: true, menu: ['node'] },
  alignRight: { group: 'Arrange', label: 'Align Right', keys: ['Mod+Shift+ArrowRight'], edits: true, menu: ['node'] },
  alignTop: { group: 'Arrange', label: 'Align Top', keys: ['Mod+Shift+ArrowUp'], edits: true, menu: ['node'] },
  alignBottom: { group: 'Arrange', label: 'Align Bottom', keys: ['Mod+Shift+ArrowDown'], edits: true, menu: ['node'] },
  alignColumn: { group: 'Arrange', label: 'Align Centers in a Column', keys: ['V'], edits: true, menu: ['node'] },
  alignRow: { group: 'Arrange', label: 'Align Centers in a Row', keys: ['H'], edits: true, menu: ['node'] },
  spreadRow: { group: 'Arrange', label: 'Distribute Horizontally', keys: ['Shift+H'], edits: true, menu: ['node'] },
  spreadColumn: { group: 'Arrange', label: 'Distribute Vertically', keys: ['Shift+V'], edits: true, menu: ['node'] },
  zoomIn: { group: 'View', label: 'Zoom In', keys: ['+', '='] },
  zoomOut: { group: 'View', label: 'Zoom Out', keys: ['-'] },
  fitAll: { group: 'View', label: 'Fit All Nodes', keys: ['0'], menu: ['canvas'] },
  menu: { group: 'View', label: 'Open the Menu', keys: ['Shift+F10', 'ContextMenu'] },
  nextProblem: { group: 'Move about', label: 'Go to the Next Problem', keys: ['F8'] },
  workflow: { group: 'View', label: 'Show the Settings of the Workflow', keys: ['I'], menu: ['canvas'] },
  timeline: { group: 'View', label: 'Show or Hide the Timeline of the Run', keys: ['T'], menu: ['canvas'] },
  help: { group: 'View', label: 'Show All Keyboard Shortcuts', keys: ['?'], menu: ['canvas'] },
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
