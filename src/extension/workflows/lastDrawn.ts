/** While a text cannot be drawn, what is drawn is the last text that could be. */
import { breakOf } from '../../model/workflow/broken';
import type { LoadedWorkflow } from '../../model/workflow/load';
import type { ParsedWorkflow } from './parserProtocol';

export interface ReadWorkflow {
  readonly loaded: LoadedWorkflow;
  readonly parsed: ParsedWorkflow;
  /** What the canvas shows: the same as `loaded`, or the last that could be drawn. */
  readonly drawn: LoadedWorkflow;
}

/** A reading with what was drawn before it, should it not be drawable itself. */
export function afterReading(
  before: ReadWorkflow | undefined,
  loaded: LoadedWorkflow,
  parsed: ParsedWorkflow,
): ReadWorkflow {
  const { source, workflow, problems } = loaded;
  const own = problems.filter(({ file }) => file === source.entry);
  const outdated = breakOf({ workflow, problems: own });
  if (outdated === null || before === undefined || before.parsed.graph === null) {
    return { loaded, parsed, drawn: loaded };
  }
  const { title, settings, graph } = before.parsed;
  const line = outdated.range.start.line + 1;
  const readOnly = `The canvas shows the last text that could be read. Mend line ${line} to go on: ${outdated.message}`;
  return { loaded, parsed: { ...parsed, title, settings, graph, outdated, readOnly }, drawn: before.drawn };
}
