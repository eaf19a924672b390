import { useEffect, useRef } from 'react';
import type { CreatedRange } from '../../../model/run/chosenFilters';

interface CreatedChoicesProps {
  readonly created: CreatedRange;
  readonly onChoose: (created: CreatedRange) => void;
}

const quick: readonly { readonly label: string; readonly range: CreatedRange }[] = [
  { label: 'Any time', range: { kind: 'any' } },
  { label: 'Today', range: { kind: 'lastDays', days: 1 } },
  { label: 'Last 7 days', range: { kind: 'lastDays', days: 7 } },
  { label: 'Last 30 days', range: { kind: 'lastDays', days: 30 } },
];

/** When a run was created: a quick choice, or two days that are both included. */
export function CreatedChoices({ created, onChoose }: CreatedChoicesProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('input:checked, input[type=date]')?.focus();
  }, []);
  const days = created.kind === 'between' ? created : { from: null, to: null };
  const chooseDays = (part: { from?: string | null; to?: string | null }): void => {
    const { from, to } = { from: days.from, to: days.to, ...part };
    onChoose(from === null && to === null ? { kind: 'any' } : { kind: 'between', from, to });
  };
  return (
    <div ref={list} className="choices-body">
      <div className="choices-list" role="radiogroup" aria-label="Created">
        {quick.map(({ label, range }) => (
          <label key={label} className="choice">
            <input
              type="radio"
              name="created"
              checked={JSON.stringify(range) === JSON.stringify(created)}
              onChange={() => onChoose(range)}
            />
            <span className="choice-label">{label}</span>
          </label>
        ))}
      </div>
      <div className="days">
        <label>
          From
          <input
            type="date"
            value={days.from ?? ''}
            max={days.to ?? undefined}
            onChange={(event) => chooseDays({ from: event.target.value || null })}
          />
        </label>
        <label>
          To
          <input
            type="date"
            value={days.to ?? ''}
            min={days.from ?? undefined}
            onChange={(event) => chooseDays({ to: event.target.value || null })}
          />
        </label>
      </div>
    </div>
  );
}
