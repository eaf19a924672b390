import { useEffect, useEffectEvent, useState } from 'react';
import { findNodeFiles, type FoundFiles } from '../../../../protocol/adding';
import { useHost } from '../../host';

interface Found extends FoundFiles {
  /** What was asked for when these were found; null: nothing yet. */
  readonly query: string | null;
}

/**
 * The workspace's scripts and modules; all of them at once if they are few, else those that the text finds. `onFound` is
 * called with each answer that fits the text.
 */
export function useNodeFiles(
  text: string,
  onFound: (found: FoundFiles) => void,
): { readonly found: FoundFiles; readonly isSearching: boolean } {
  const { requests } = useHost();
  const [found, setFound] = useState<Found>({ files: [], hasMore: true, query: null });
  const query = text.trim();
  const isAnswered = found.query === query || !found.hasMore;
  const answered = useEffectEvent((answer: Found) => {
    setFound(answer);
    onFound(answer);
  });
  useEffect(() => {
    if (isAnswered) return undefined;
    const asking = new AbortController();
    const take = (answer: FoundFiles): void => {
      if (!asking.signal.aborted) answered({ ...answer, query });
    };
    requests.ask(findNodeFiles, { query }, asking.signal).then(
      take,
      // Without files the palette offers what needs none.
      () => take({ files: [], hasMore: true }),
    );
    return () => asking.abort();
  }, [requests, query, isAnswered]);
  return { found, isSearching: !isAnswered };
}
