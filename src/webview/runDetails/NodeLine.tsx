import { slowNodeWords, type UsualNode } from '../../model/history/slowNode';
import { durationText, nodeStatusLook } from '../../model/run/display';
import { placeOfNode } from '../../model/run/modulePart';
import { hasFailed, type NodeRow } from '../../model/run/shownRun';
import { NodeStatusIcon } from '../ui/Status';
import { useNow } from '../ui/useNow';
import { useHost } from './host';

/** Whether nodes of a module stand under it, or each by itself, as where the module is not in the list. */
export type Nesting = 'nested' | 'flat';

interface NodeLineProps {
  readonly runId: string;
  readonly node: NodeRow;
  /** How long it usually takes; undefined: not known. */
  readonly usual: UsualNode | undefined;
  readonly nesting: Nesting;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
}

/** One node: what it is called, how it did, and why it failed. A click opens the run in the editor at it. */
export function NodeLine({ runId, node, usual, nesting, isTabStop, onFocus }: NodeLineProps) {
  const host = useHost();
  const isRunning = node.status === 'running';
  const now = useNow(isRunning ? 'live' : 'still');
  const title = node.label ?? (nesting === 'flat' ? node.id : placeOfNode(node.id).nodeId);
  const hint = [
    `Open the run in the editor at ${title}`,
    ...(node.reusedFrom === null ? [] : [`Its result was taken over from run ${node.reusedFrom}`]),
  ].join('\n');
  const words = [
    nodeStatusLook(node.status).word,
    node.reusedFrom === null ? null : 'taken over',
    title === node.id ? null : node.id,
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
      style={{ paddingLeft: firstIndent + (nesting === 'flat' ? 0 : indentOf(node.id)) }}
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

/** In pixels, as what follows: the icons of all nodes of the run itself. */
const firstIndent = 20;
const indentStep = 12;
/** Deeper ones stand no further right: words need their room in a narrow sidebar. */
const deepest = 6;

function indentOf(path: string): number {
  return indentStep * Math.min(deepest, path.split('/').length - 1);
}

function duration({ startedAt, endedAt }: NodeRow, now: number): string | null {
  if (startedAt === null) return null;
  if (endedAt !== null) return durationText(Date.parse(endedAt) - Date.parse(startedAt));
  return durationText(Math.floor(Math.max(0, now - Date.parse(startedAt)) / 1000) * 1000);
}
