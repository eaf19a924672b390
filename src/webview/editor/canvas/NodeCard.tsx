import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { slowNodeWords, type UsualNode } from '../../../model/history/slowNode';
import type { NodeRun } from '../../../model/run/run';
import { Icon } from '../../ui/Icon';
import { nodeDuration } from '../model/duration';
import type { CardNode } from '../model/flow';
import { kindIcon } from '../model/kindIcon';
import { tooltip } from '../model/nodeWords';
import { portBorder, portId, type Side } from '../model/ports';
import { NodeStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import { useNodeFocus } from './NodeFocus';

/** One node as a card. Drawn again only when its own facts change. */
export const NodeCard = memo(function NodeCard({ id, data }: NodeProps<CardNode>) {
  const { node, run, stale, usual, inside } = data;
  const content = useNodeFocus(id);
  const worst = node.problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const classes = ['card', node.kind, run?.status ?? 'no-run', stale ? 'stale' : 'current'];
  return (
    <div ref={content} className={classes.join(' ')} title={tooltip(data)}>
      <div className="card-title">
        {run === undefined ? <Icon name={kindIcon(node.kind)} /> : <NodeStatusIcon status={run.status} />}
        <span className="card-name">{node.title}</span>
        {node.problems.length > 0 && (
          <Icon
            name={worst}
            color={worst === 'error' ? 'problemsErrorIcon.foreground' : 'problemsWarningIcon.foreground'}
          />
        )}
      </div>
      <div className="card-line">
        <span className="card-what">{inside ?? node.what}</span>
        {run?.reusedFrom && <span className="card-stale">taken over</span>}
        {stale && <span className="card-stale">stale</span>}
        {run !== undefined && <Duration run={run} usual={usual} />}
      </div>
      <Dot side="target" port={null} />
      <Dot side="source" port={null} />
      {node.inputPorts.map((port, line) => (
        <Port key={port} side="target" name={port} line={line} />
      ))}
      {node.outputPorts.map((port, line) => (
        <Port key={port} side="source" name={port} line={line} />
      ))}
    </div>
  );
});

interface DurationProps {
  readonly run: NodeRun;
  readonly usual: UsualNode | undefined;
}

/** How long it took, with a sign when that is far longer than usual. */
function Duration({ run, usual }: DurationProps) {
  const now = useNow(run.status === 'running' ? 'live' : 'still');
  const duration = nodeDuration(run, now);
  if (duration === null) return null;
  const slow = slowNodeWords(run, usual, now);
  return (
    <span className="card-duration" title={slow ?? undefined}>
      {slow !== null && <Icon name="watch" color="testing.iconQueued" />}
      {duration}
    </span>
  );
}

/** A port as a line of a card. */
export function Port({ side, name, line }: { readonly side: Side; readonly name: string; readonly line: number }) {
  return (
    <div className={`port ${side === 'target' ? 'in' : 'out'}`} style={{ gridRow: line + 2 }}>
      <span className="port-name">{name}</span>
      <Dot side={side} port={name} />
    </div>
  );
}

/** React Flow measures a mounted node and then looks for its handles by these names (its own component costs more). */
export function Dot({ side, port }: { readonly side: Side; readonly port: string | null }) {
  const classes = port === null ? `${side} order` : side;
  return <span className={classes} data-handleid={portId(side, port)} data-handlepos={portBorder(side)} />;
}
