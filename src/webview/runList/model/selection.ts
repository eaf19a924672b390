/** Which rows are selected and where the keyboard stands: by run, so that both outlive every change of the rows. */

export interface ListSelection {
  /** Ids of the selected runs. */
  readonly selected: ReadonlySet<string>;
  /** The run that the keyboard stands on. */
  readonly focused: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** Row of the focused run when it was last there: a run that goes hands the keyboard to the row in its place. */
  readonly row: number;
}

export const nothingSelected: ListSelection = { selected: new Set(), focused: null, anchor: null, row: 0 };

/** What a click or a key does to the selection. */
export type SelectionChange =
  /** The keyboard moves, the selection stays. */
  | 'focus'
  /** This row alone. */
  | 'replace'
  /** The row is added, or taken out. */
  | 'toggle'
  /** All rows from the anchor to this one. */
  | 'extend';

/** The selection after something was done to the row at `index` of the list `ids`. */
export function withRow(
  selection: ListSelection,
  ids: readonly string[],
  index: number,
  change: SelectionChange,
): ListSelection {
  const id = ids[index];
  if (id === undefined) return selection;
  const here = { focused: id, row: index };
  switch (change) {
    case 'focus':
      return { ...selection, ...here };
    case 'replace':
      return { selected: new Set([id]), anchor: id, ...here };
    case 'toggle': {
      const selected = new Set(selection.selected);
      if (!selected.delete(id)) selected.add(id);
      return { selected, anchor: id, ...here };
    }
    case 'extend': {
      const from = ids.indexOf(selection.anchor ?? id);
      const [first, last] = from < 0 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
      return { selected: new Set(ids.slice(first, last + 1)), anchor: ids[from] ?? id, ...here };
    }
  }
}

/** Every row that is there. */
export function withAll(selection: ListSelection, ids: readonly string[]): ListSelection {
  return { ...selection, selected: new Set(ids), focused: selection.focused ?? ids[0] ?? null };
}

/** The selection among the rows that are left: what is gone is not selected, and the keyboard stands in its place. */
export function amongRows(selection: ListSelection, ids: readonly string[]): ListSelection {
  const present = new Set(ids);
  const isWhole = [...selection.selected].every((id) => present.has(id));
  const isThere = selection.focused === null || present.has(selection.focused);
  if (isWhole && isThere) return selection;
  const selected = isWhole ? selection.selected : new Set([...selection.selected].filter((id) => present.has(id)));
  const focused = isThere ? selection.focused : (ids[Math.min(selection.row, ids.length - 1)] ?? null);
  return { ...selection, selected, focused };
}
