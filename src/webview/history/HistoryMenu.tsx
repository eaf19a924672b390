import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { HistoryRow } from '../../model/history/grid';
import { actionLook } from '../../model/run/actionLook';
import { allowedActions } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { Icon } from '../ui/Icon';
import { Popover, type PopoverPlace } from '../ui/Popover';
import { useHost } from './host';

/** What the menu was opened for: a node, a run, or the node in the run. */
export interface MenuSubject {
  readonly row: HistoryRow | null;
  readonly run: RunSummary | null;
  readonly place: PopoverPlace;
}

interface HistoryMenuProps {
  readonly subject: MenuSubject;
  readonly onSearch: (node: string) => void;
  readonly onOpen: (runId: string, nodeId: string | null) => void;
  readonly onClose: (by: 'key' | 'pointer') => void;
}

interface Item {
  readonly label: string;
  readonly icon: string;
  readonly pick: () => void;
}

/** What can be done with a cell, the head of a column or the name of a node. */
export function HistoryMenu({ subject: { row, run, place }, onSearch, onOpen, onClose }: HistoryMenuProps) {
  const host = useHost();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, []);

  const ofNode: Item[] =
    row === null
      ? []
      : [{ label: 'Find First Failing Version of This Node', icon: 'search', pick: () => onSearch(row.path) }];
  const ofRun =
    run === null
      ? []
      : allowedActions(run).map((action): Item => {
          const { label, icon } = actionLook(action, run.status);
          const isOpening = action === 'viewInEditor' && row !== null;
          const pick = (): void => (isOpening ? onOpen(run.id, row.path) : host.perform(action, run.id));
          return { label, icon, pick };
        });

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

  const about = (run?.name ?? row?.title ?? '').slice(0, 100);
  return (
    <Popover
      place={place}
      role="menu"
      label={`Actions of ${about}`}
      className="menu"
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div ref={list} role="presentation">
        {[...ofRun, ...ofNode].map(({ label, icon, pick }) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              onClose('key');
              pick();
            }}
          >
            <Icon name={icon} />
            {label}
          </button>
        ))}
      </div>
    </Popover>
  );
}
