import { nodeStatusLook } from '../../../model/run/display';
import type { NodeRun } from '../../../model/run/run';
import { openInside } from '../../../protocol/timeline';
import { NodeStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import { useHost } from '../host';
import { nodeDuration } from '../model/duration';
import { Section } from './Section';

interface InsideModuleProps {
  /** Id of the module's node. */
  readonly nodeId: string;
  /** Of the whole canvas and of what is inside of its modules, by path. */
  readonly nodeRuns: ReadonlyMap<string, NodeRun>;
}

/** The nodes right inside of a module and how they do, each a way to the module's own canvas: a module writes no log itself. */
export function InsideModule({ nodeId, nodeRuns }: InsideModuleProps) {
  const { requests } = useHost();
  const start = `${nodeId}/`;
  const inside = [...nodeRuns.values()].filter(
    ({ id }) => id.startsWith(start) && !id.slice(start.length).includes('/'),
  );
  const now = useNow(inside.some(({ status }) => status === 'running') ? 'live' : 'still');
  if (inside.length === 0) return null;
  return (
    <Section title="Nodes inside">
      <ul className="file-list">
        {inside.map((run) => (
          <li key={run.id}>
            <NodeStatusIcon status={run.status} />
            <button
              type="button"
              className="link file-name"
              title={run.message === null ? run.id : `${run.id}: ${run.message}`}
              onClick={() => void requests.tell(openInside, { path: run.id })}
            >
              {run.id.slice(start.length)}
            </button>
            <span className="quiet">
              {nodeStatusLook(run.status).word} {nodeDuration(run, now)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
