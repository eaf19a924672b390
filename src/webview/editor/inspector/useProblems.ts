import { useEffect, useState } from 'react';
import type { PlacedProblem } from '../../../model/workflow/mends/placedProblems';
import { placeProblems } from '../../../protocol/inspecting';
import { useHost } from '../host';
import type { EditorView } from '../model/editorView';

const none: readonly PlacedProblem[] = [];

/** The problems of the file at their places, with what mends them; asked for again when there may be others. */
export function useProblems({ graph, file, problems }: EditorView): readonly PlacedProblem[] {
  const { requests } = useHost();
  const [placed, setPlaced] = useState(none);
  const isAsked = problems.length > 0 && file.readOnly === null;
  useEffect(() => {
    if (!isAsked) return undefined;
    const abort = new AbortController();
    requests.ask(placeProblems, {}, abort.signal).then(
      (found) => {
        if (!abort.signal.aborted) setPlaced(found);
      },
      // The list of the node's problems says the same, without places.
      () => undefined,
    );
    return () => abort.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [requests, isAsked, problems, graph, file.version]);
  return isAsked ? placed : none;
}
