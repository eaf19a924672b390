import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from './Icon';
import { IconButton } from './IconButton';

export interface MenuItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon: string;
}

interface MenuButtonProps<Id extends string> {
  /** Name of button and menu. */
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly onPick: (id: Id) => void;
}

/** The button `…` with a menu under it, and the keys of a menu. */
export function MenuButton<Id extends string>({ label, items, onPick }: MenuButtonProps<Id>) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    place.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener('pointerdown', closeOutside, true);
    return () => window.removeEventListener('pointerdown', closeOutside, true);
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('.icon-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const entries = [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus();
    else if (event.key === 'ArrowUp') entries.at(at - 1)?.focus();
    else if (event.key === 'Home') entries[0]?.focus();
    else if (event.key === 'End') entries.at(-1)?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span ref={place} className="menu-button">
      <IconButton
        icon="ellipsis"
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div role="menu" tabIndex={-1} aria-label={label} className="menu" onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onPick(item.id);
              }}
            >
              <Icon name={item.icon} />
              <bdi>{item.label}</bdi>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
