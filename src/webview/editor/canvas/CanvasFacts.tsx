import { Panel } from '@xyflow/react';
import type { Problem } from '../../../model/workflow/problem';
import type { FileView } from '../../../protocol/editor';
import { Icon } from '../../ui/Icon';
import { useHost } from '../host';
import { problemCount } from '../model/problemCount';

interface CanvasFactsProps {
  readonly file: FileView;
  readonly problems: readonly Problem[];
}

/** What holds for the whole canvas, in a corner: that it cannot be edited and why, and how many problems it has. */
export function CanvasFacts({ file, problems }: CanvasFactsProps) {
  const host = useHost();
  const count = problemCount(problems);
  if (file.readOnly === null && count === null) return null;
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
      {file.readOnly !== null && (
        <span className="fact" title={file.readOnly}>
          <Icon name="lock" />
          <span className="fact-text">{file.readOnly}</span>
        </span>
      )}
    </Panel>
  );
}
