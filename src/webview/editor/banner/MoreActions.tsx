import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { useHost } from '../host';
import type { BannerAction } from '../model/bannerView';

/** The menu of what else the run allows, with the keys of a menu. */
export function MoreActions({ actions }: { readonly actions: readonly BannerAction[] }) {
  const host = useHost();
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
    const items = [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span ref={place} className="more-actions">
      <IconButton
        icon="ellipsis"
        label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div role="menu" tabIndex={-1} aria-label="More actions" className="menu" onKeyDown={onKeyDown}>
          {actions.map(({ command, label, icon }) => (
            <button
              key={command}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                host.perform(command);
              }}
            >
              <Icon name={icon} />
              {label}
            </button>
          ))}
        </div>
      )}
    </span>
  );
}
