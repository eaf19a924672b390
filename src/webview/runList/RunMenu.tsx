import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RunSummary } from '../../model/run/run';
import { Icon } from '../ui/Icon';
import { useHost } from './host';
import { offeredActions } from './model/menuActions';
import { Popover, type PopoverPlace } from '../ui/Popover';

interface RunMenuProps {
  readonly runs: readonly RunSummary[];
  readonly place: PopoverPlace;
  readonly onClose: (by: 'key' | 'pointer') => void;
}

/** The menu of a run, or of all that are selected. */
export function RunMenu({ runs, place, onClose }: RunMenuProps) {
  const host = useHost();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Tab') onClose('key');
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else return;
    event.preventDefault();
  };

  const [only] = runs;
  const label =
    runs.length === 1 && only !== undefined ? `Actions of ${only.name.slice(0, 100)}` : 'Actions of the selected runs';
  return (
    <Popover place={place} role="menu" label={label} className="menu" onClose={onClose} onKeyDown={onKeyDown}>
      <div ref={list} role="presentation">
        {offeredActions(runs).map((action) => (
          <button
            key={action.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              onClose('key');
              host.perform(action.id, action.runIds);
            }}
          >
            <Icon name={action.icon} />
            {action.label}
          </button>
        ))}
      </div>
    </Popover>
  );
}
