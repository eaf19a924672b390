import { useLayoutEffect, useState, type RefObject } from 'react';

interface Viewport {
  /** Scrolled by so many pixels, as all of these. */
  readonly top: number;
  readonly height: number;
  readonly plotLeft: number;
  readonly plotWidth: number;
}

/** What is in sight of the rows; known before they are painted, and followed. */
export function useViewportOf(box: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, height: 0, plotLeft: 0, plotWidth: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const plot = element.querySelector('.timeline-axis .timeline-plot');
      const left = element.getBoundingClientRect().left;
      const place = plot?.getBoundingClientRect();
      setViewport({
        top: element.scrollTop,
        height: element.clientHeight,
        plotLeft: (place?.left ?? left) - left,
        plotWidth: place?.width ?? 0,
      });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [box]);
  return viewport;
}
