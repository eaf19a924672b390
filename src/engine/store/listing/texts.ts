/** Finding a text in names and ids: by every three characters in a row, or row by row. */
import { foldedText } from '../../../model/run/query';
import type { Store } from '../store';
import type { Condition } from './condition';

/** True if the index can find the text: it knows nothing shorter than three characters, nor what it does not hold yet. */
export function isIndexed(store: Store, text: string): boolean {
  const folded = foldedText(text);
  // A zero character would end the index's own language.
  if (folded.includes('\0') || Array.from(folded).length < 3) return false;
  return store.prepare('SELECT 1 FROM runTextBacklog').get() === undefined;
}

/** Characters of a text that the index is asked for. Its time grows with their square, and so many tell names apart. */
const longestAsked = 300;

/** What the index is asked for: all runs that have the text, and maybe some that only have the parts of it. */
export function partsOf(text: string): string {
  const characters = Array.from(foldedText(text)).slice(0, longestAsked);
  const starts = characters.flatMap((_, index) => (index % 3 === 0 ? [Math.min(index, characters.length - 3)] : []));
  const parts = starts.map((start) => characters.slice(start, start + 3).join(''));
  return parts.map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ');
}

/** True of the rows of `listedRuns` that have the text; null when all of them do. */
export function holdsText(text: string | null): Condition | null {
  if (text === null || text === '') return null;
  const folded = foldedText(text);
  // Not LIKE: it knows wildcards, and folds in its own way.
  const inName = { sql: 'instr(foldedName, ?) > 0', values: [folded] };
  if (!/^[0-9a-z]*$/.test(folded)) return inName;
  // Ids are in upper case.
  return { sql: `(${inName.sql} OR instr(runId, ?) > 0)`, values: [folded, folded.toUpperCase()] };
}

/** Brings some more of an older store's runs into the index; false once it is complete. */
export function indexMoreTexts(store: Store): boolean {
  const backlog = store.prepare('SELECT nextPlace, lastPlace FROM runTextBacklog').get();
  if (backlog === undefined) return false;
  const first = Number(backlog['nextPlace']);
  const next = Math.min(first + runsAtOnce, Number(backlog['lastPlace']) + 1);
  return store.transaction('kill', () => {
    store
      .prepare(
        `INSERT INTO runTexts (rowid, name, id)
         SELECT place, foldedName, foldText(runId) FROM listedRuns WHERE place >= ? AND place < ?`,
      )
      .run(first, next);
    const isComplete = next > Number(backlog['lastPlace']);
    if (isComplete) store.prepare('DELETE FROM runTextBacklog').run();
    else store.prepare('UPDATE runTextBacklog SET nextPlace = ?').run(next);
    return !isComplete;
  });
}

/** Some 10 ms of work. */
const runsAtOnce = 300;
