import { useId, useState, type ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Sections that were closed stay so for the next node. */
const closed = new Set<string>();

/** A part of the inspector under a heading that opens and closes it. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(!closed.has(title));
  const toggle = (): void => {
    if (isOpen) closed.add(title);
    else closed.delete(title);
    setOpen(!isOpen);
  };
  return (
    <section className="section">
      <div className="section-head">
        <h3>
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
            {title}
          </button>
        </h3>
        {isOpen && actions}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}

/** Begins a new row of a section. */
export function AddButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return <IconButton icon="add" label={label} onClick={onClick} />;
}

/** Names and values, a line each; lines without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="fact-list">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
