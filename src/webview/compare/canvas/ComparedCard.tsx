import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { nodeStatusLook } from '../../../model/run/display';
import type { NodeRun } from '../../../model/run/run';
import { Port, Dot } from '../../editor/canvas/NodeCard';
import { useNodeFocus } from '../../editor/canvas/NodeFocus';
import { nodeDuration } from '../../editor/model/duration';
import { kindIcon } from '../../editor/model/kindIcon';
import { Icon } from '../../ui/Icon';
import { NodeStatusIcon } from '../../ui/Status';
import { cardInWords, type ComparedNodeBox } from '../model/compareFlow';
import { differenceLooks } from '../model/differenceLook';

/** One node of both versions. Drawn again only when its own facts change. */
export const ComparedCard = memo(function ComparedCard({ id, data }: NodeProps<ComparedNodeBox>) {
  const { node, kind, left, right } = data;
  const content = useNodeFocus(id);
  const look = kind === 'same' ? null : differenceLooks[kind];
  return (
    <div ref={content} className={`card compared ${node.kind} ${kind}`} title={cardInWords(data)}>
      <div className="card-title">
        {look === null ? <Icon name={kindIcon(node.kind)} /> : <Icon name={look.icon} color={look.color} />}
        <span className="card-name">{node.title}</span>
        {look !== null && <span className="card-difference">{look.word}</span>}
      </div>
      <div className="card-line">
        {left === undefined && right === undefined ? (
          <span className="card-what">{node.what}</span>
        ) : (
          <>
            <Result run={left} />
            {left !== undefined && right !== undefined && <Icon name="arrow-right" />}
            <Result run={right} />
          </>
        )}
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

/** How it did on one side. The duration of what still runs is told when it has ended. */
function Result({ run }: { readonly run: NodeRun | undefined }) {
  if (run === undefined) return null;
  return (
    <span className="card-result">
      <NodeStatusIcon status={run.status} />
      {nodeDuration(run, null) ?? nodeStatusLook(run.status).word}
    </span>
  );
}
