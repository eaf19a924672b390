/** A node's command as the live workflow has it now. */
import type { Shell } from '../../model/workflow/workflow';
import type { LiveWorkflow } from '../workflows/liveWorkflow';
import type { WorkflowParser } from '../workflows/workflowParser';

export type NodeCommand =
  | { readonly kind: 'command'; readonly shell: Shell; readonly text: string; readonly readOnly: string | null }
  /** The node runs a script file or a module. */
  | { readonly kind: 'otherAction' }
  | { readonly kind: 'noNode' }
  | { readonly kind: 'noWorkflow' };

/** Reads it, every change made before the call included. While the text is broken it is the last command that could be read. */
export async function nodeCommand(
  live: LiveWorkflow,
  parser: Pick<WorkflowParser, 'inspect'>,
  nodeId: string,
): Promise<NodeCommand> {
  const state = await live.settled();
  if (state.kind === 'gone') return { kind: 'noWorkflow' };
  const { graph, readOnly, outdated } = state.parsed;
  if (graph?.nodes.some(({ id }) => id === nodeId) !== true) return { kind: 'noNode' };
  const { action } = await parser.inspect(live.handle, nodeId);
  if (action.kind !== 'run') return { kind: 'otherAction' };
  return { kind: 'command', shell: action.shell, text: action.run, readOnly: readOnly ?? outdated?.message ?? null };
}
