import { useLayoutEffect, useState, type RefObject } from 'react';
import { inSight, type Stretch } from '../model/inSight';
import { sizes } from './sizes';

export interface Sight {
  readonly rows: Stretch;
  readonly columns: Stretch;
  /** Whole rows in sight. */
  readonly pageRows: number;
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const nothing: Box = { top: 0, left: 0, width: 0, height: 0 };

/** Which rows and columns are in sight, kept true while one scrolls or the tab changes its size. */
export function useSight(scroller: RefObject<HTMLDivElement | null>, rows: number, columns: number): Sight {
  const [box, setBox] = useState(nothing);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
      setBox((known) =>
        known.top === top && known.left === left && known.width === width && known.height === height
          ? known
          : { top, left, width, height },
      );
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller]);
  const height = Math.max(0, box.height - sizes.head);
  return {
    rows: inSight(box.top, height, sizes.row, rows),
    columns: inSight(box.left, Math.max(0, box.width - sizes.names), sizes.column, columns),
    pageRows: Math.max(1, Math.floor(height / sizes.row) - 1),
  };
}
