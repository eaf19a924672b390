import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { asked, entriesOf, isNamed, noteOf, type Choice, type Entry, type Question } from './model/entries';
import { PaletteList } from './PaletteList';
import { useNodeFiles } from './useNodeFiles';

interface PaletteQuestionProps {
  readonly question: Question;
  /** Gives why it was not done, in a sentence; null: it was. */
  readonly onChoose: (choice: Choice) => Promise<string | null>;
  readonly onBack: () => void;
}

/** A field with the answers that fit under it: arrows go through them, Enter takes one, Escape goes back. */
export function PaletteQuestion({ question, onChoose, onBack }: PaletteQuestionProps) {
  const id = useId();
  const { label, placeholder, suggestion } = asked[question];
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(suggestion);
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isBusy = useRef(false);
  /** Enter was pressed while files were looked for: what is first then is what was meant. */
  const isMeant = useRef(false);

  const choose = async (entry: Entry | undefined): Promise<void> => {
    if (entry === undefined || isBusy.current) return;
    isBusy.current = true;
    setRefusal(await onChoose(entry.choice));
    isBusy.current = false;
  };
  const { found, isSearching } = useNodeFiles(question === 'what' ? text : '', ({ files }) => {
    if (isMeant.current) void choose(entriesOf(question, text, files)[0]);
  });
  const entries = entriesOf(question, text, found.files);
  const chosen = Math.min(active, entries.length - 1);

  const onShown = useEffectEvent(() => {
    input.current?.focus();
    input.current?.setSelectionRange(0, suggestion.lastIndexOf('.'));
  });
  useEffect(() => onShown(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (entries.length > 0) setActive((chosen + step + entries.length) % entries.length);
        break;
      }
      case 'Enter':
        if (isSearching && chosen === 0 && isNamed(entries[0])) isMeant.current = true;
        else void choose(entries[chosen]);
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
    <>
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={entries.length > 0}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        aria-invalid={refusal !== null}
        aria-describedby={`${id}-note`}
        placeholder={placeholder}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          isMeant.current = false;
          setText(event.target.value);
          setActive(0);
          setRefusal(null);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList id={id} label={label} entries={entries} chosen={chosen} onChoose={(entry) => void choose(entry)} />
      <output id={`${id}-note`} className={refusal === null ? 'palette-note' : 'palette-note refusal'}>
        {refusal ?? noteOf(question, text, { isSearching, hasMore: found.hasMore })}
      </output>
    </>
  );
}
