import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Keeps the one selected node in sight when the canvas gets smaller, as it does when the inspector opens beside it. */
export function useSelectionInSight(
  frame: RefObject<HTMLElement | null>,
  selected: readonly string[],
  showNode: (nodeId: string) => void,
): void {
  const onNarrower = useEffectEvent(() => {
    const [only] = selected;
    if (only !== undefined && selected.length === 1) showNode(only);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      const isNarrower = element.clientWidth < width;
      width = element.clientWidth;
      if (isNarrower) onNarrower();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
}
