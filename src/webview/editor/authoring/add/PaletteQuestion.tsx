import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { asked, entriesOf, isNamed, noteOf, type Choice, type Entry, type Question } from './model/entries';
import { PaletteField } from './PaletteField';
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
  /** Id of the entry that the arrows led to; null: the first one. Files that are found later come before it. */
  const [active, setActive] = useState<string | null>(null);
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
  const at = entries.findIndex((entry) => entry.id === active);
  const chosen = Math.min(Math.max(0, at), entries.length - 1);

  const onShown = useEffectEvent(() => {
    input.current?.focus();
    input.current?.setSelectionRange(0, suggestion.lastIndexOf('.'));
  });
  useEffect(() => onShown(), []);

  return (
    <>
      <PaletteField
        ref={input}
        id={id}
        label={label}
        placeholder={placeholder}
        text={text}
        count={entries.length}
        chosen={chosen}
        isRefused={refusal !== null}
        onType={(typed) => {
          isMeant.current = false;
          setText(typed);
          setActive(null);
          setRefusal(null);
        }}
        onChoose={(row) => setActive(entries[row]?.id ?? null)}
        onTake={() => {
          if (isSearching && active === null && isNamed(entries[0])) isMeant.current = true;
          else void choose(entries[chosen]);
        }}
        onBack={onBack}
      />
      <PaletteList id={id} label={label} entries={entries} chosen={chosen} onChoose={(entry) => void choose(entry)} />
      <output id={`${id}-note`} className={refusal === null ? 'palette-note' : 'palette-note refusal'}>
        {refusal ?? noteOf(question, text, { isSearching, hasMore: found.hasMore })}
      </output>
    </>
  );
}
