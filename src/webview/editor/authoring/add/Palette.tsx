import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { scriptEndingsInWords } from '../../../../model/workflow/scriptFiles';
import { Icon } from '../../../ui/Icon';
import { entriesOf, type Choice, type Question } from './model/entries';
import { useNodeFiles } from './useNodeFiles';

interface PaletteProps {
  /** Upper left corner, in pixels of the canvas on screen. */
  readonly at: { readonly left: number; readonly top: number };
  /** Gives why it was not added, in a sentence; null: it was. */
  readonly onChoose: (choice: Exclude<Choice, { kind: 'ask' }>) => Promise<string | null>;
  readonly onClose: () => void;
  /** The focus went elsewhere, and is not to be taken back. */
  readonly onLeave: () => void;
}

const asked: Readonly<
  Record<Question, { readonly label: string; readonly placeholder: string; readonly text: string }>
> = {
  what: { label: 'Add to the workflow', placeholder: 'Name a script, or find a file to add', text: '' },
  scriptName: {
    label: 'Path of the new script file',
    placeholder: 'Path, relative to this file, such as tools/count.sh',
    text: 'script.sh',
  },
  inputName: { label: 'Name of the new input', placeholder: 'Name of the input, then its type', text: '' },
};

/** What can be added, in a list that typing makes short. */
export function Palette({ at, onChoose, onClose, onLeave }: PaletteProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [question, setQuestion] = useState<Question>('what');
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Enter was pressed while files were looked for: what is first then is what was meant. */
  const [isMeant, setMeant] = useState(false);
  const { found, isSearching } = useNodeFiles(question === 'what' ? text : '');
  const entries = entriesOf(question, text, found.files);
  const chosen = Math.min(active, entries.length - 1);
  const { label, placeholder } = asked[question];

  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(0, input.current.value.lastIndexOf('.'));
  }, [question]);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const type = (next: string): void => {
    setText(next);
    setMeant(false);
    setActive(0);
    setRefusal(null);
  };
  const ask = (next: Question): void => {
    type(asked[next].text);
    setQuestion(next);
  };
  const choose = async (choice: Choice | undefined): Promise<void> => {
    if (choice === undefined || isBusy) return;
    if (choice.kind === 'ask') return ask(choice.question);
    setBusy(true);
    setRefusal(await onChoose(choice));
    setBusy(false);
  };
  const chooseFirst = useEffectEvent(() => {
    setMeant(false);
    void choose(entries[0]?.choice);
  });
  useEffect(() => {
    if (isMeant && !isSearching) chooseFirst();
  }, [isMeant, isSearching]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    if (event.key === 'ArrowDown') setActive((chosen + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') setActive((chosen + entries.length - 1) % Math.max(1, entries.length));
    else if (event.key === 'Enter' && isSearching && chosen === 0) setMeant(true);
    else if (event.key === 'Enter') void choose(entries[chosen]?.choice);
    else if (event.key === 'Escape' && question !== 'what') ask('what');
    else if (event.key === 'Escape') onClose();
    else {
      // VS Code would undo in the file instead of in the field (microsoft/vscode#227849).
      if (isUndo) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const note =
    refusal ?? noteOf(question, text, { isSearching, hasMore: found.hasMore, isEmpty: entries.length === 0 });
  return (
    <div
      role="dialog"
      aria-label={label}
      className="palette nowheel nopan nodrag"
      style={at}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
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
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {entries.length > 0 && (
        <ul ref={list} role="listbox" id={`${id}-list`} aria-label={label}>
          {entries.map((entry, index) => (
            // Keys are handled by the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              title={entry.label}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void choose(entry.choice)}
            >
              <Icon name={entry.icon} />
              <span className="palette-label">{entry.label}</span>
              <span className="palette-detail">{entry.detail}</span>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-note`} role="status" className={refusal === null ? 'palette-note' : 'palette-note refusal'}>
        {note}
      </p>
    </div>
  );
}

function noteOf(
  question: Question,
  text: string,
  { isSearching, hasMore, isEmpty }: { isSearching: boolean; hasMore: boolean; isEmpty: boolean },
): string {
  switch (question) {
    case 'what':
      if (isSearching) return 'Looking for files…';
      return hasMore ? 'There are more files; type to find them.' : '';
    case 'scriptName':
      return isEmpty && text !== '' ? `End the name with ${scriptEndingsInWords}.` : '';
    case 'inputName':
      return 'Choose its type.';
  }
}
