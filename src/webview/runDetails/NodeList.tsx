import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { NodeAttempt } from '../../model/run/attempt';
import type { UsualNode } from '../../model/history/slowNode';
import type { NodeRow } from '../../model/run/shownRun';
import { indexAfterKey } from '../ui/indexAfterKey';
import { AttemptLines } from './AttemptLines';
import { NodeLine, type Nesting } from './NodeLine';

interface NodeListProps {
  readonly runId: string;
  readonly nodes: readonly NodeRow[];
  /** By node path, of nodes that had more than one. */
  readonly attempts: ReadonlyMap<string, readonly NodeAttempt[]>;
  /** By node path. */
  readonly usual: ReadonlyMap<string, UsualNode>;
  readonly nesting: Nesting;
}

/** Heights in pixels before a line was measured: with and without a message. */
const plainHeight = 48;
const messageHeight = 68;
const none: readonly NodeAttempt[] = [];
/** Lines drawn beyond what can be seen, on both sides. */
const overscan = 8;

/** A line for each node; only those in sight are in the page. One tab stop: arrows, Home and End go through them. */
export function NodeList({ runId, nodes, attempts, usual, nesting }: NodeListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  const focusCurrent = useRef(false);
  const [top, setTop] = useState(0);
  const reachable = Math.min(current, nodes.length - 1);

  // React Compiler, which we do not use, could not remember what it gives.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: (index) => (nodes[index]?.message ? messageHeight : plainHeight),
    getItemKey: (index) => nodes[index]?.id ?? index,
    scrollMargin: top,
    overscan,
    // The line that Tab leads to is there wherever one has scrolled.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), reachable])].toSorted((one, other) => one - other),
  });

  // What stands above the list grows and shrinks: texts wrap, sections open and close.
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current);
    if (scroller === null) return undefined;
    const measure = (): void => {
      if (list.current === null) return;
      const above = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setTop(Math.round(above + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of scroller.children) observer.observe(part);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!focusCurrent.current) return;
    focusCurrent.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${reachable}"] button`)?.focus();
  }, [reachable]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = indexAfterKey(event.key, reachable, nodes.length);
    if (next === null) return;
    event.preventDefault();
    focusCurrent.current = next !== reachable;
    setCurrent(next);
    lines.scrollToIndex(next);
  };

  return (
    // The keys are those of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className="nodes" style={{ height: lines.getTotalSize() }} onKeyDown={onKeyDown}>
      {lines.getVirtualItems().map(({ index, start, key }) => {
        const node = nodes[index];
        return node === undefined ? null : (
          <li
            key={key}
            ref={lines.measureElement}
            data-index={index}
            aria-setsize={nodes.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <NodeLine
              runId={runId}
              node={node}
              usual={usual.get(node.id)}
              nesting={nesting}
              isTabStop={index === reachable}
              onFocus={() => setCurrent(index)}
            />
            <AttemptLines
              runId={runId}
              node={node}
              attempts={attempts.get(node.id) ?? none}
              isTabStop={index === reachable}
            />
          </li>
        );
      })}
    </ul>
  );
}

function scrollerOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('.scroller') ?? null;
}
