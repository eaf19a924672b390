/** What a context menu offers, in groups, from the table of shortcuts. */
import { shortcuts, type MenuPlace, type Shortcut, type ShortcutId } from '../model/shortcuts';

export interface MenuEntry {
  readonly id: ShortcutId;
  readonly label: string;
  /** The first way to press it; undefined when it has none. */
  readonly key: string | undefined;
}

/** The entries of a menu, those of one group together; what cannot be done now is not there. */
export function menuGroups(
  place: MenuPlace,
  canPerform: (id: ShortcutId) => boolean,
): readonly (readonly MenuEntry[])[] {
  const groups = new Map<string, MenuEntry[]>();
  for (const [id, row] of Object.entries<Shortcut>(shortcuts)) {
    if (row.menu?.includes(place) !== true || !canPerform(id as ShortcutId)) continue;
    const entries = groups.get(row.group) ?? [];
    groups.set(row.group, [...entries, { id: id as ShortcutId, label: row.label, key: row.keys[0] }]);
  }
  return [...groups.values()];
}
