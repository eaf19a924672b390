import { useEffect, useRef, useState } from 'react';
import { shownName } from '../model/shownName';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly detail?: string;
}

interface ChoicesProps {
  /** What is chosen among, in the plural: for the search box and for none. */
  readonly plural: string;
  /** Null: on their way. */
  readonly options: readonly Option[] | null;
  readonly chosen: readonly string[];
  readonly onToggle: (option: Option) => void;
}

/** From so many options on there is a search box. */
const searchFrom = 9;
/** More are found by searching. */
const mostShown = 200;

/** Options to check, with a search box when they are many. */
export function Choices({ plural, options, chosen, onToggle }: ChoicesProps) {
  const [wanted, setWanted] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const isThere = options !== null;
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isThere]);

  if (options === null) return <p className="choices-note">Reading {plural}…</p>;
  if (options.length === 0) return <p className="choices-note">There are no {plural} yet.</p>;
  const found = options.filter(({ label, detail = '' }) =>
    `${label}\n${detail}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <div ref={list} className="choices-body">
      {options.length >= searchFrom && (
        <input
          type="text"
          className="choices-search"
          placeholder={`Search ${plural}`}
          aria-label={`Search ${plural}`}
          spellCheck={false}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <div className="choices-list">
        {found.slice(0, mostShown).map((option) => (
          <label key={option.value} className="choice" title={option.detail}>
            <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => onToggle(option)} />
            <bdi className="choice-label">{shownName(option.label)}</bdi>
            {option.detail !== undefined && <bdi className="choice-detail">{option.detail}</bdi>}
          </label>
        ))}
      </div>
      {found.length === 0 && <p className="choices-note">Nothing matches.</p>}
      {found.length > mostShown && (
        <p className="choices-note">{found.length - mostShown} more: search to find them.</p>
      )}
    </div>
  );
}
