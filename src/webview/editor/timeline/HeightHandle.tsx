import type { KeyboardEvent, PointerEvent } from 'react';
import { heightLimits } from './model/heights';

/** The canvas keeps so much. */
const canvasHeight = 120;

interface HeightHandleProps {
  readonly height: number;
  readonly onResize: (height: number) => void;
}

/** The upper border of the timeline, to be dragged, or moved with the arrow keys. */
export function HeightHandle({ height, onResize }: HeightHandleProps) {
  const resize = (next: number): void =>
    onResize(Math.min(heightLimits.max, Math.max(heightLimits.min, Math.round(next))));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const editor = event.currentTarget.closest('.editor')?.getBoundingClientRect();
    if (editor !== undefined) resize(Math.min(editor.bottom - event.clientY, editor.height - canvasHeight));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp') resize(height + heightLimits.step);
    else if (event.key === 'ArrowDown') resize(height - heightLimits.step);
    else return;
    event.preventDefault();
  };
  return (
    // A separator that can be moved is a widget (ARIA 1.2), which these rules do not know.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="height-handle"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the timeline"
      aria-valuenow={height}
      aria-valuemin={heightLimits.min}
      aria-valuemax={heightLimits.max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
