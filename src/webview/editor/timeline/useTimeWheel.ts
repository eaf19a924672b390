import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Ctrl and the wheel zoom time around the pointer, Shift and the wheel (or a sideways one) move it; alone it scrolls rows. */
export function useTimeWheel(
  box: RefObject<HTMLElement | null>,
  plotLeft: number,
  plotWidth: number,
  onZoom: (factor: number, place: number) => void,
  onPan: (part: number) => void,
): void {
  const onWheel = useEffectEvent((event: WheelEvent): void => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    if (plotWidth <= 0) return;
    const isOnAxis = event.target instanceof Element && event.target.closest('.timeline-axis') !== null;
    if (event.ctrlKey || event.metaKey || (isOnAxis && !event.shiftKey && event.deltaX === 0)) {
      const place = Math.min(1, Math.max(0, (event.clientX - left - plotLeft) / plotWidth));
      onZoom(Math.exp(-event.deltaY / 300), place);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      onPan((event.deltaX === 0 ? event.deltaY : event.deltaX) / plotWidth);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = box.current;
    const listen = (event: WheelEvent): void => onWheel(event);
    // React's own listener cannot keep the page from zooming.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [box]);
}
