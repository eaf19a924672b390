import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { PaletteList } from '../add/PaletteList';
import { matching, type Offer } from './offers';

/** More rows than these are not read; typing makes the list short. */
const rowLimit = 100;

interface PickerProps<Value> {
  readonly label: string;
  /** Upper left corner, in pixels of the canvas on screen. */
  readonly at: { readonly left: number; readonly top: number };
  /** Null: the host is still asked. */
  readonly offers: readonly Offer<Value>[] | null;
  /** Said when there are none. */
  readonly none: string;
  /** Gives why it was not done, in a sentence; null: it was. */
  readonly onPick: (value: Value) => Promise<string | null>;
  /** Escape. */
  readonly onBack: () => void;
  /** The focus went elsewhere, and is not to be taken back. */
  readonly onLeave: () => void;
}

/** One question: a field, and under it what can be picked, which typing makes short. */
export function Picker<Value>({ label, at, offers, none, onPick, onBack, onLeave }: PickerProps<Value>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const found = matching(offers ?? [], text);
  const rows = found.slice(0, rowLimit);
  const chosen = Math.min(active, rows.length - 1);
  const pick = async (row: Offer<Value> | undefined): Promise<void> => {
    if (row !== undefined) setRefusal(await onPick(row.value));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (rows.length > 0) setActive((chosen + step + rows.length) % rows.length);
        break;
      }
      case 'Enter':
        void pick(rows[chosen]);
        break;
      case 'Escape':
        onBack();
        break;
      default:
        // VS Code would undo in the file instead of in the field (microsoft/vscode#227849).
        if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="palette nowheel nopan nodrag"
      style={at}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={rows.length > 0}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={rows.length > 0 ? `${id}-${chosen}` : undefined}
        aria-invalid={refusal !== null}
        aria-describedby={`${id}-note`}
        placeholder={label}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} label={label} entries={rows} chosen={chosen} onChoose={(row) => void pick(row)} />
      <output id={`${id}-note`} className={refusal === null ? 'palette-note' : 'palette-note refusal'}>
        {refusal ?? noteOf(offers, found.length, none)}
      </output>
    </div>
  );
}

function noteOf(offers: readonly unknown[] | null, found: number, none: string): string {
  if (offers === null) return '';
  if (offers.length === 0) return none;
  if (found === 0) return 'Nothing has these letters.';
  return found > rowLimit ? `${found - rowLimit} more; type to find them.` : '';
}
