import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface TabsProps<Name extends string> {
  /** What the tabs are about, for assistive technology. */
  readonly label: string;
  readonly tabs: readonly Name[];
  /** Said behind the name of each tab, as the number of what it holds. */
  readonly numbers?: Readonly<Record<Name, string>> | undefined;
  readonly chosen: Name;
  readonly onChoose: (tab: Name) => void;
  /** Beside the tabs. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Tabs over one panel, with the keys of the ARIA pattern: arrows, Home and End choose at once. */
export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const { label, tabs, numbers, chosen, onChoose, actions, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = tabs[tabAfter(tabs.indexOf(chosen), tabs.length, event.key)];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="tabs">
      <div className="tab-bar">
        <div ref={list} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`${id}-${tab}`}
              data-tab={tab}
              aria-selected={tab === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={tab === chosen ? 0 : -1}
              onClick={() => onChoose(tab)}
            >
              {tab}
              {numbers !== undefined && <span className="tab-number">{numbers[tab]}</span>}
            </button>
          ))}
        </div>
        {actions}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} className="tab-panel">
        {children}
      </div>
    </div>
  );
}

function tabAfter(at: number, count: number, key: string): number {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
