import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { indexAfterKey } from '../ui/indexAfterKey';
import { Icon } from '../ui/Icon';
import { differenceLooks } from './model/differenceLook';
import type { ListGroup, ListItem } from './model/listItems';

interface DifferenceListProps {
  readonly groups: readonly ListGroup[];
  /** Id of the item that is selected; null: none. */
  readonly selected: string | null;
  readonly isLive: boolean;
  readonly onSelect: (id: string | null) => void;
}

/** All differences in groups; the arrow keys select at once. */
export function DifferenceList({ groups, selected, isLive, onSelect }: DifferenceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const items = groups.flatMap((group) => group.items);
  const at = items.findIndex(({ id }) => id === selected);
  const optionId = (index: number): string => `${prefix}-${index}`;
  const active = at < 0 ? undefined : optionId(at);
  useEffect(() => {
    if (active !== undefined) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = indexAfterKey(event.key, at, items.length);
    const next = to === null ? undefined : items[to];
    if (event.key === 'Escape') onSelect(null);
    else if (next !== undefined) onSelect(next.id);
    else return;
    event.preventDefault();
  };

  if (items.length === 0) {
    return (
      <nav className="difference-list nothing" aria-label="Differences">
        <p>{isLive ? 'Nothing differs: the run executed what the workflow is now.' : 'Nothing differs.'}</p>
        <p className="quiet">Select a node to see how it did.</p>
      </nav>
    );
  }
  return (
    // What a native list of choices cannot draw: groups with icons, and a list of any height.
    // oxlint-disable jsx-a11y/prefer-tag-over-role
    <div
      ref={list}
      className="difference-list"
      role="listbox"
      aria-label="Differences"
      aria-activedescendant={active}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <div key={group.title} role="group" aria-label={`${group.title}, ${group.items.length}`}>
          <div className="group-title" aria-hidden="true">
            {group.title} <span className="quiet">{group.items.length}</span>
          </div>
          {group.items.map((item) => (
            // The list has the focus and its keys; a click is for the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={item.id}
              id={optionId(items.indexOf(item))}
              role="option"
              aria-selected={item.id === selected}
              className="difference"
              title={item.title}
              onClick={() => onSelect(item.id)}
            >
              <ItemIcon item={item} />
              <bdi className="difference-title">{item.title}</bdi>
              <span className="difference-what quiet">{whatDiffers(item)}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function ItemIcon({ item }: { readonly item: ListItem }) {
  if (item.kind === 'node') {
    const { icon, color } = differenceLooks[item.difference.kind];
    return <Icon name={icon} color={color} />;
  }
  return <Icon name={otherIcons[item.kind]} />;
}

const otherIcons = { declared: 'symbol-parameter', input: 'symbol-file', file: 'diff' } as const;

/** What of it differs, in the few words that a row has room for. */
function whatDiffers(item: ListItem): string {
  if (item.kind !== 'node' || item.difference.kind !== 'changed') return '';
  return item.difference.values.map(({ name }) => name).join(', ');
}
