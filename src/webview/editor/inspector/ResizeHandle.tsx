import type { KeyboardEvent, PointerEvent } from 'react';

/** Widths of the inspector, in pixels. */
export const widthLimits = { min: 240, max: 900, step: 20 } as const;

interface ResizeHandleProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The border of the inspector, to be dragged, or moved with the arrow keys. */
export function ResizeHandle({ width, onResize }: ResizeHandleProps) {
  const resize = (next: number): void =>
    onResize(Math.min(widthLimits.max, Math.max(widthLimits.min, Math.round(next))));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (stage !== undefined) resize(Math.min(stage.right - event.clientX, stage.width - widthLimits.min));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') resize(width + widthLimits.step);
    else if (event.key === 'ArrowRight') resize(width - widthLimits.step);
    else return;
    event.preventDefault();
  };
  return (
    // A separator that can be moved is a widget (ARIA 1.2), which these rules do not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="resize-handle"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inspector"
      aria-valuenow={width}
      aria-valuemin={widthLimits.min}
      aria-valuemax={widthLimits.max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
