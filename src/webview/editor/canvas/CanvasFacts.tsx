import { Panel } from '@xyflow/react';
import type { Problem } from '../../../model/workflow/problem';
import { Icon } from '../../ui/Icon';
import { useHost } from '../host';
import { problemCount } from '../model/problemCount';

interface CanvasFactsProps {
  /** Why the canvas cannot be edited; null when it can, or when the banner says why. */
  readonly readOnly: string | null;
  readonly problems: readonly Problem[];
}

/** What holds for the whole canvas, in a corner: that it cannot be edited and why, and how many problems it has. */
export function CanvasFacts({ readOnly, problems }: CanvasFactsProps) {
  const host = useHost();
  const count = problemCount(problems);
  if (readOnly === null && count === null) return null;
  return (
    <Panel position="top-left" className="facts">
      {count !== null && (
        <button
          type="button"
          className="fact"
          title="Show the Problems panel"
          onClick={() => host.perform('showProblems')}
        >
          <Icon name={count.icon} color={count.color} />
          {count.words}
        </button>
      )}
      {readOnly !== null && (
        <span className="fact" title={readOnly}>
          <Icon name="lock" />
          <span className="fact-text">{readOnly}</span>
        </span>
      )}
    </Panel>
  );
}
