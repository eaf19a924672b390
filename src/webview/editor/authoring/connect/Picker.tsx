import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { PaletteField } from '../add/PaletteField';
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
  const isBusy = useRef(false);
  /** Enter was pressed before there was anything to take: what comes first then is what was meant. */
  const isMeant = useRef(false);
  const pick = async (row: Offer<Value> | undefined): Promise<void> => {
    isMeant.current = offers === null;
    if (row === undefined || isBusy.current) return;
    isBusy.current = true;
    setRefusal(await onPick(row.value));
    isBusy.current = false;
  };
  const onOffers = useEffectEvent(() => {
    if (isMeant.current) void pick(rows[0]);
  });
  const isWaiting = offers === null;
  useEffect(() => {
    if (!isWaiting) onOffers();
  }, [isWaiting]);
  return (
    <div
      className="palette nowheel nopan nodrag"
      style={at}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      <PaletteField
        ref={input}
        id={id}
        label={label}
        placeholder={label}
        text={text}
        count={rows.length}
        chosen={chosen}
        isRefused={refusal !== null}
        onType={(typed) => {
          isMeant.current = false;
          setText(typed);
          setActive(0);
          setRefusal(null);
        }}
        onChoose={setActive}
        onTake={() => void pick(rows[chosen])}
        onBack={onBack}
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
