import { useEffect, useRef } from 'react';
import { Icon } from '../../../ui/Icon';

/** What a row of the list shows. */
export interface PaletteRow {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  /** Short, at the right. */
  readonly detail: string;
}

interface PaletteListProps<Row extends PaletteRow> {
  /** Begins the ids of list (`-list`) and options (`-0` and so on), for the field that they belong to. */
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Row[];
  readonly chosen: number;
  readonly onChoose: (entry: Row) => void;
}

// A native list of options can neither be drawn like this nor stand open under a field.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */

/** The list of a combobox. Its field keeps the focus and handles all keys. */
export function PaletteList<Row extends PaletteRow>({ id, label, entries, chosen, onChoose }: PaletteListProps<Row>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={list} role="listbox" id={`${id}-list`} aria-label={label} className="palette-list">
      {entries.map((entry, index) => (
        <div
          key={entry.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          className="palette-entry"
          aria-selected={index === chosen}
          title={entry.label}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <Icon name={entry.icon} />
          <span className="palette-label">{entry.label}</span>
          <span className="palette-detail">{entry.detail}</span>
        </div>
      ))}
    </div>
  );
}
