import { slowNodeWords, type UsualNode } from '../../model/history/slowNode';
import { durationText, nodeStatusLook } from '../../model/run/display';
import { hasFailed, type NodeRow } from '../../model/run/shownRun';
import { NodeStatusIcon } from '../ui/Status';
import { useNow } from '../ui/useNow';
import { useHost } from './host';

interface NodeLineProps {
  readonly runId: string;
  readonly node: NodeRow;
  /** How long it usually takes; undefined: not known. */
  readonly usual: UsualNode | undefined;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

/** One node: what it is called, how it did, and why it failed. A click opens the run in the editor at it. */
export function NodeLine({ runId, node, usual, isTabStop, onFocus }: NodeLineProps) {
  const host = useHost();
  const isRunning = node.status === 'running';
  const now = useNow(isRunning ? 'live' : 'still');
  const title = node.label ?? node.id;
  const hint = [
    `Open the run in the editor at ${title}`,
    ...(node.reusedFrom === null ? [] : [`Its result was taken over from run ${node.reusedFrom}`]),
  ].join('\n');
  const words = [
    nodeStatusLook(node.status).word,
    node.reusedFrom === null ? null : 'taken over',
    node.label === null ? null : node.id,
    node.attempt > 1 ? `${node.attempt} attempts` : null,
    slowNodeWords(node, usual, now),
    hasFailed(node) && node.exitCode !== null ? `exit code ${node.exitCode}` : null,
  ].filter((word) => word !== null);
  return (
    <button
      type="button"
      className="node-line"
      tabIndex={isTabStop ? 0 : -1}
      title={hint}
      data-vscode-context={JSON.stringify({
        webviewSection: 'node',
        preventDefaultContextMenuItems: true,
        nodeId: node.id,
      })}
      onFocus={onFocus}
      onClick={() => host.openNode(runId, node.id)}
    >
      <NodeStatusIcon status={node.status} />
      <span className="node-texts">
        <span className="node-title">
          <bdi>{title}</bdi>
          <span className="node-duration quiet">{duration(node, now)}</span>
        </span>
        <span className="node-words quiet">{words.join(' · ')}</span>
        {node.message !== null && (
          <span className="node-message" title={node.message}>
            <bdi>{node.message}</bdi>
          </span>
        )}
      </span>
    </button>
  );
}

function duration({ startedAt, endedAt }: NodeRow, now: number): string | null {
  if (startedAt === null) return null;
  if (endedAt !== null) return durationText(Date.parse(endedAt) - Date.parse(startedAt));
  return durationText(Math.floor(Math.max(0, now - Date.parse(startedAt)) / 1000) * 1000);
}
