import { Panel } from '@xyflow/react';
import { useRef } from 'react';
import { Icon } from '../../../ui/Icon';
import { IconButton } from '../../../ui/IconButton';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { isSnapshotDrawn } from '../../model/snapshotDrawn';
import { useAnnounce } from '../Announcer';
import { useShortcut } from '../shortcutActions';
import { problemCount } from './problemCount';

/** What holds for the whole canvas, in a corner: that it cannot be edited and why, and its problems, one after the other. */
export function CanvasFacts() {
  const host = useHost();
  const announce = useAnnounce();
  const { view, graph, inspect, showNode } = useCanvas();
  const { problems, loaded } = view;
  const { readOnly, outdated } = view.file;
  const last = useRef(-1);
  const count = problemCount(problems);
  // The banner says it of a snapshot, and a notice of a text that cannot be read.
  const reason = outdated !== null || isSnapshotDrawn(loaded) ? null : readOnly;

  const goOn = (by: 'pointer' | 'key'): boolean => {
    if (problems.length === 0) return false;
    last.current = (last.current + 1) % problems.length;
    const problem = problems[last.current];
    const node = graph.nodes.find(({ id }) => id === problem?.nodeId);
    // What belongs to no node stands in the Problems panel, with its line.
    if (node === undefined) host.perform('showProblems');
    else {
      inspect(node.id, by);
      showNode(node.id);
    }
    announce(`Problem ${last.current + 1} of ${problems.length}: ${problem?.message ?? ''}`);
    return true;
  };
  useShortcut('nextProblem', () => goOn('pointer'));

  if (reason === null && count === null) return null;
  return (
    <Panel position="top-left" className="facts">
      {count !== null && (
        <span className="fact problem-fact">
          <button type="button" title="Go to the Next Problem (F8)" onClick={() => goOn('pointer')}>
            <Icon name={count.icon} color={count.color} />
            {count.words}
          </button>
          <IconButton
            icon="list-unordered"
            label="Show the Problems Panel"
            onClick={() => host.perform('showProblems')}
          />
        </span>
      )}
      {reason !== null && (
        <span className="fact" title={reason}>
          <Icon name="lock" />
          <span className="fact-text">{reason}</span>
        </span>
      )}
    </Panel>
  );
}
