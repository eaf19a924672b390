import { useEffect, useState } from 'react';
import { createSignal } from '../../signal';

// One for the page: the inspector, which is no part of the canvas, says what it did through it too.
const said = createSignal<string>();

/** Gives what says a short sentence to people who hear the page, such as "Deleted 2 nodes". */
export function useAnnounce(): (sentence: string) => void {
  return said.emit;
}

/** The one live region for what is done in the editor; polite, so that it waits for what is being read. */
export function Announcer() {
  const [last, setLast] = useState({ sentence: '', count: 0 });
  useEffect(() => said.listen((sentence) => setLast(({ count }) => ({ sentence, count: count + 1 }))), []);
  return (
    <div className="for-screen-readers announcer" aria-live="polite">
      {/* A new element each time: the same sentence twice is news twice. */}
      <span key={last.count}>{last.sentence}</span>
    </div>
  );
}
