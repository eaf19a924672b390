import type { ModulePart } from '../../../model/run/loadedRun';
import { nodeStatusLook } from '../../../model/run/display';
import { placeOfNode } from '../../../model/run/modulePart';
import type { RunSummary } from '../../../model/run/run';
import { openUser } from '../../../protocol/runParts';
import { IconButton } from '../../ui/IconButton';
import { NodeStatusIcon } from '../../ui/Status';
import { useHost } from '../host';
import { nodeDuration } from '../model/duration';

/** Leads from a module's part of a run to what uses the module, one level up. */
export function WayUp({ part }: { readonly part: ModulePart }) {
  const { requests } = useHost();
  const { module } = placeOfNode(part.path);
  const label = module === null ? 'Up to the Whole Run' : `Up to ${module}`;
  return <IconButton icon="arrow-up" label={label} onClick={() => void requests.tell(openUser, {})} />;
}

interface PartWordsProps {
  readonly part: ModulePart;
  readonly run: RunSummary;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Which part of which run is shown, and how the module does in it. */
export function PartWords({ part, run, now }: PartWordsProps) {
  const { path, nodeRun } = part;
  const duration = nodeRun === null ? null : nodeDuration(nodeRun, now);
  return (
    <>
      <span className="run-name" title={`${path} in ${run.name} (run ${run.number}, ${run.status}, ${run.id})`}>
        {path} in {run.name}
      </span>
      {nodeRun !== null && (
        <span className="run-status" title={nodeRun.message ?? undefined}>
          <NodeStatusIcon status={nodeRun.status} />
          <span className="run-status-word">{nodeStatusLook(nodeRun.status).word}</span>
          {duration !== null && <span className="run-duration">{duration}</span>}
        </span>
      )}
    </>
  );
}
