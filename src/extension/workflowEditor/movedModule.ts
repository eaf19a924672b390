/** Where a module is now that a run used at another place. */
import path from 'node:path';
import { kindOfFile } from '../../model/workflow/paths';
import type { LiveWorkflows } from '../workflows/liveWorkflows';
import { isLive } from '../workflows/liveTexts';
import type { WorkflowParser } from '../workflows/workflowParser';

/**
 * The absolute path of the module that the live workflow uses at the path of node ids, such as `scan/deep`; null when it
 * uses none there: the node is gone, or is no module any more.
 */
export async function liveModuleAt(
  workflow: string,
  module: string,
  workflows: Pick<LiveWorkflows, 'share'>,
  parser: Pick<WorkflowParser, 'locate'>,
): Promise<string | null> {
  let file = workflow;
  for (const nodeId of module.split('/')) {
    if (!(await isLive(file))) return null;
    const share = await workflows.share(file);
    try {
      const { live } = share;
      await live.settled();
      const source = await parser.locate(live.handle, nodeId).catch(() => null);
      if (source === null || source.range !== null || kindOfFile(source.file) !== 'module') return null;
      file = path.join(live.place.workspace, source.file);
    } finally {
      share.dispose();
    }
  }
  return (await isLive(file)) ? file : null;
}
