import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { HistoryColumn } from '../../../model/history/grid';
import { sizes } from './sizes';

/** The newest runs are in sight at first, and as long as one does not scroll away; what is read stays where it is. */
export function useSteadyColumns(scroller: RefObject<HTMLDivElement | null>, columns: readonly HistoryColumn[]): void {
  const first = useRef<string | null>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const note = (): void => {
      isAtEnd.current = element.scrollLeft + element.clientWidth >= element.scrollWidth - sizes.column;
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const added = columns.findIndex(({ run }) => run.run.id === first.current);
    if (isAtEnd.current) element.scrollTo({ left: element.scrollWidth });
    else if (added > 0) element.scrollBy({ left: added * sizes.column });
    first.current = columns[0]?.run.run.id ?? null;
  }, [scroller, columns]);
}
