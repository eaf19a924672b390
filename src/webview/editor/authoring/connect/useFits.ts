import type { NodeFit } from '../../../../model/workflow/edit/fits';
import { findSources, findTargets } from '../../../../protocol/connecting';
import { useHost } from '../../host';
import { sourceOf, targetOf } from './connection';
import type { Place } from './place';

/** Asks the host, once, what a connection that begins at a place may end at. */
export function useFits(): (begin: Place) => Promise<readonly NodeFit[]> {
  const { requests } = useHost();
  return async (begin) => {
    try {
      return begin.side === 'source'
        ? await requests.ask(findTargets, { source: sourceOf(begin) })
        : await requests.ask(findSources, { target: targetOf(begin) });
    } catch {
      // Nothing is offered then; the edit itself is judged all the same.
      return [];
    }
  };
}
