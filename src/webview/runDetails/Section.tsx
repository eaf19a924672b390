import { useId, useState, type ReactNode } from 'react';
import { Icon } from '../ui/Icon';
import type { MemoryStore } from './memory';

interface SectionProps {
  /** Heading, and the name under which it is remembered whether it is closed. */
  readonly title: string;
  /** How much is in it. */
  readonly count?: string;
  readonly memory: MemoryStore;
  readonly children: ReactNode;
}

/** A part of the page under a heading that opens and closes it. */
export function Section({ title, count, memory, children }: SectionProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(() => !memory.recall().closed.includes(title));
  const toggle = (): void => {
    const others = memory.recall().closed.filter((closed) => closed !== title);
    memory.remember({ closed: isOpen ? [...others, title] : others });
    setOpen(!isOpen);
  };
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        <button type="button" aria-expanded={isOpen} aria-controls={`${id}-body`} onClick={toggle}>
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          <span>{title}</span>
          {count !== undefined && <span className="section-count">{count}</span>}
        </button>
      </h2>
      <div id={`${id}-body`} className="section-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
