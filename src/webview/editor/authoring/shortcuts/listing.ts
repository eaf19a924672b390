/** The table of shortcuts as people read it. */
import { shortcuts, type Shortcut, type ShortcutGroup } from '../model/shortcuts';

export interface ListedShortcuts {
  readonly group: ShortcutGroup;
  readonly rows: readonly Shortcut[];
}

const order: readonly ShortcutGroup[] = ['Move about', 'Select', 'Edit', 'Run', 'Arrange', 'View'];

/** All shortcuts by what they are for, in the order of the table. */
export function listedShortcuts(): readonly ListedShortcuts[] {
  const all: readonly Shortcut[] = Object.values(shortcuts);
  return order.map((group) => ({ group, rows: all.filter((row) => row.group === group) }));
}
