import { useEffect, useState } from 'react';
import { findNodeFiles, type FoundFiles } from '../../../../protocol/adding';
import { useHost } from '../../host';

interface Found extends FoundFiles {
  /** What was asked for when these were found. */
  readonly query: string;
}

/** The workspace's scripts and modules; all of them at once if they are few, else those that the text finds. */
export function useNodeFiles(text: string): { readonly found: FoundFiles; readonly isSearching: boolean } {
  const { requests } = useHost();
  const [found, setFound] = useState<Found | null>(null);
  const query = text.trim();
  const isAnswered = found !== null && (found.query === query || (found.query === '' && !found.hasMore));
  useEffect(() => {
    if (isAnswered) return undefined;
    const asking = new AbortController();
    requests.ask(findNodeFiles, { query }, asking.signal).then(
      (answer) => {
        if (!asking.signal.aborted) setFound({ ...answer, query });
      },
      // Without files the palette offers what needs none.
      () => {
        if (!asking.signal.aborted) setFound({ files: [], hasMore: false, query });
      },
    );
    return () => asking.abort();
  }, [requests, query, isAnswered]);
  return { found: found ?? { files: [], hasMore: false }, isSearching: !isAnswered };
}
