import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { RunSummary } from '../../../model/run/run';
import { anchoredTop, type Sight } from '../model/anchor';
import { rowHeight } from './rowHeight';

/**
 * Keeps what is read in its place when rows come and go above it; at the top of the list new rows are what one wants to see.
 * Another `choice` begins at the top.
 */
export function useAnchor(scroller: RefObject<HTMLElement | null>, runs: readonly RunSummary[], choice: number): void {
  const before = useRef({ runs, choice, top: 0 });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const note = (): void => void (before.current.top = element.scrollTop);
    element.addEventListener('scroll', note, { passive: true });
    return () => element.removeEventListener('scroll', note);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const last = before.current;
    if (element === null || last.runs === runs) return;
    const top = last.choice !== choice ? 0 : last.top === 0 ? null : anchoredTop(sightAt(last), runs, rowHeight);
    before.current = { runs, choice, top: top ?? last.top };
    if (top !== null && top !== element.scrollTop) element.scrollTo({ top });
  }, [scroller, runs, choice]);
}

function sightAt({ runs, top }: { readonly runs: readonly RunSummary[]; readonly top: number }): Sight {
  const first = Math.floor(top / rowHeight);
  return { runs: runs.slice(first, first + 100), cut: top % rowHeight };
}
