import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import { Popover, popoverPlace, type PopoverPlace } from '../../ui/Popover';

interface DropdownProps {
  readonly label: string;
  /** What is chosen, in words; empty: nothing. */
  readonly chosen: string;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** A filter in the toolbar: says what is chosen, and opens to choose. */
export function Dropdown({ label, chosen, onOpen, children }: DropdownProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<PopoverPlace | null>(null);
  const [close] = useState(() => (by: 'key' | 'pointer') => {
    setPlace(null);
    if (by === 'key') button.current?.focus();
  });
  return (
    <>
      <button
        ref={button}
        type="button"
        className={chosen === '' ? 'dropdown' : 'dropdown in-effect'}
        title={chosen === '' ? undefined : `${label}: ${chosen}`}
        aria-haspopup="dialog"
        aria-expanded={place !== null}
        onClick={() => {
          if (place !== null || button.current === null) return close('key');
          onOpen?.();
          setPlace(popoverPlace(button.current));
        }}
      >
        <span className="dropdown-text">
          {label}
          {chosen !== '' && (
            <>
              : <bdi>{chosen}</bdi>
            </>
          )}
        </span>
        <Icon name="chevron-down" />
      </button>
      {place !== null && (
        <Popover
          place={place}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- not one that the browser would place and close
          role="dialog"
          label={label}
          className="choices"
          opener={button}
          onClose={close}
          onKeyDown={moveAmongInputs}
        >
          {children}
        </Popover>
      )}
    </>
  );
}

/** Arrows go from one choice to the next, as Tab does. */
function moveAmongInputs(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target;
  if (by === 0 || (from instanceof HTMLInputElement && (from.type === 'date' || from.type === 'radio'))) return;
  const inputs = [...event.currentTarget.querySelectorAll<HTMLElement>('input')];
  const at = inputs.findIndex((input) => input === from);
  inputs[Math.min(Math.max(at + by, 0), inputs.length - 1)]?.focus();
  event.preventDefault();
}
