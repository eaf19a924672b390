import { nodeStatusLook, runStatusLook } from '../../model/run/display';
import type { NodeStatus, RunStatus } from '../../model/run/status';
import { Icon } from './Icon';

/** Icon of a run's status; the word stands beside it. */
export function RunStatusIcon({ status }: { readonly status: RunStatus }) {
  const { icon, color } = runStatusLook(status);
  return <Icon name={icon} color={color} />;
}

/** Icon of a node run's status. */
export function NodeStatusIcon({ status }: { readonly status: NodeStatus }) {
  const { icon, color } = nodeStatusLook(status);
  return <Icon name={icon} color={color} />;
}
