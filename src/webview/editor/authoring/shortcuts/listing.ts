/** The table of shortcuts as people read it. */
import { shortcuts, type Shortcut, type ShortcutGroup } from '../model/shortcuts';

export interface ListedShortcuts {
  readonly group: ShortcutGroup | 'In the Timeline';
  readonly rows: readonly Pick<Shortcut, 'label' | 'keys'>[];
}

const order: readonly ShortcutGroup[] = ['Move about', 'Select', 'Edit', 'Run', 'Arrange', 'View'];

/** All shortcuts by what they are for, in the order of the table. */
export function listedShortcuts(): readonly ListedShortcuts[] {
  const all: readonly Shortcut[] = Object.values(shortcuts);
  return order.map((group) => ({ group, rows: all.filter((row) => row.group === group) }));
}

/** The keys of the timeline's rows: they are those of `moveIn` (timeline/model/rowKeys.ts), and not of the canvas. */
export const timelineShortcuts: ListedShortcuts = {
  group: 'In the Timeline',
  rows: [
    { label: 'Go to the Row Above', keys: ['ArrowUp'] },
    { label: 'Go to the Row Below', keys: ['ArrowDown'] },
    { label: 'Go a Page Up', keys: ['PageUp'] },
    { label: 'Go a Page Down', keys: ['PageDown'] },
    { label: 'Go to the First Row', keys: ['Home'] },
    { label: 'Go to the Last Row', keys: ['End'] },
    { label: 'Open the Rows of a Module, or Go into Them', keys: ['ArrowRight'] },
    { label: 'Close the Rows of a Module, or Go out of Them', keys: ['ArrowLeft'] },
    { label: 'Select the Node and Show Its Log', keys: ['Enter', 'Space'] },
    { label: 'Open the Module at the Node', keys: ['Mod+Enter'] },
    { label: 'Zoom In on Time', keys: ['+', '='] },
    { label: 'Zoom Out of Time', keys: ['-'] },
    { label: 'Show the Whole Run', keys: ['0'] },
    { label: 'Go to Later Times', keys: ['Shift+ArrowRight'] },
    { label: 'Go to Earlier Times', keys: ['Shift+ArrowLeft'] },
    { label: 'Close the Timeline', keys: ['T', 'Escape'] },
  ],
};
