import { useStore, ViewportPortal, type ReactFlowState } from '@xyflow/react';
import { memo } from 'react';
import { nodeSize, type GraphNode } from '../../../../model/workflow/graph';

interface FindMarksProps {
  readonly matches: readonly GraphNode[];
  readonly currentId: string | null;
}

/** The part of the canvas in sight, in squares of this many canvas pixels: marks are drawn anew only when it changes. */
const square = 400;

/** A frame around each match in sight. Nodes themselves are not drawn again. */
export const FindMarks = memo(function FindMarks({ matches, currentId }: FindMarksProps) {
  const [left = 0, top = 0, right = 0, bottom = 0] = useStore(squaresInSight).split(' ').map(Number);
  const inSight = matches.filter(({ position }) => {
    const [x, y] = [position.x / square, position.y / square];
    return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
  });
  return (
    <ViewportPortal>
      {inSight.map((node) => {
        const { width, height } = nodeSize(node);
        const { x, y } = node.position;
        return (
          <div
            key={node.id}
            className={node.id === currentId ? 'find-mark current' : 'find-mark'}
            style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
          />
        );
      })}
    </ViewportPortal>
  );
});

/** "left top right bottom" in squares: a string, so that the same is the same. */
function squaresInSight({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const inSquares = (pixels: number): number => Math.floor(pixels / zoom / square);
  return [-x, -y, width - x, height - y].map(inSquares).join(' ');
}
