import { Fragment, useEffect, useRef, type KeyboardEvent } from 'react';
import { Popover, type PopoverPlace } from '../../../ui/Popover';
import type { ShortcutId } from '../model/shortcuts';
import { ariaKey, keyText, platformHere } from '../shortcuts/keyText';
import type { MenuEntry } from './menuEntries';
import { menuStep } from './menuKeys';

interface MenuListProps {
  readonly label: string;
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly place: PopoverPlace;
  readonly onClose: (by: 'key' | 'pointer') => void;
  readonly onPick: (id: ShortcutId) => void;
}

/** An open menu, with the keys of the ARIA pattern and those of its entries beside them. */
export function MenuList({ label, groups, place, onClose, onPick }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const platform = platformHere();
  useEffect(() => itemsOf(list.current)[0]?.focus(), []);
  useEffect(() => {
    const onBlur = (): void => onClose('pointer');
    window.addEventListener('blur', onBlur);
    return () => window.removeEventListener('blur', onBlur);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') {
      event.preventDefault();
      onClose('key');
      return;
    }
    // A key with Ctrl, Cmd or Alt is no letter to look for.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = itemsOf(list.current);
    const at = all.findIndex((item) => item === document.activeElement);
    // Space presses the entry.
    const next =
      event.key === ' '
        ? null
        : menuStep(
            groups.flat().map((entry) => entry.label),
            at,
            event.key,
          );
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };

  return (
    <Popover
      place={place}
      role="menu"
      label={label}
      className="menu canvas-menu"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div ref={list} role="presentation">
        {groups.map((entries, index) => (
          <Fragment key={entries[0]?.id}>
            {index > 0 && <hr className="menu-separator" />}
            {entries.map(({ id, label: words, key }) => (
              <button
                key={id}
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-keyshortcuts={key === undefined ? undefined : ariaKey(key, platform)}
                onClick={() => onPick(id)}
                onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
              >
                <span className="menu-label">{words}</span>
                <span className="menu-key" aria-hidden="true">
                  {key === undefined ? '' : keyText(key, platform)}
                </span>
              </button>
            ))}
          </Fragment>
        ))}
      </div>
    </Popover>
  );
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
