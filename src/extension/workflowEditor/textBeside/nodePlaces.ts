/** Where the nodes of a live workflow stand in its text: read by the parser's thread, once for each reading of the text. */
import type { NodeRange } from '../../../model/workflow/nodeRanges';
import type { LiveState, LiveWorkflow } from '../../workflows/liveWorkflow';
import type { WorkflowParser } from '../../workflows/workflowParser';

export class NodePlaces {
  readonly #parser: Pick<WorkflowParser, 'nodeRanges'>;
  readonly #known = new WeakMap<LiveState, Promise<readonly NodeRange[]>>();

  constructor(parser: Pick<WorkflowParser, 'nodeRanges'>) {
    this.#parser = parser;
  }

  /** The nodes in the order of the text as it is now; none while it cannot be read. */
  async of(live: LiveWorkflow): Promise<readonly NodeRange[]> {
    const state = await live.settled();
    if (state.kind === 'gone' || state.parsed.graph === null || state.parsed.outdated !== null) return [];
    const known = this.#known.get(state);
    if (known !== undefined) return known;
    // A parser that died, or a workflow that was closed meanwhile, has no places to tell.
    const asked = this.#parser.nodeRanges(live.handle).catch(() => []);
    this.#known.set(state, asked);
    return asked;
  }
}
