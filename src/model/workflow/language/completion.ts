/** What can be typed at a place of a workflow file. */
import type { CompletionItem, KnownNames } from './completionItem';
import { keyItems } from './keyItems';
import { listItems, valueItems } from './valueItems';
import type { TypingPlace } from './typingPlace';

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** Files that fit too, which only the host can list. */
  readonly files: 'script' | 'module' | null;
}

/** The words that fit at a place: none that would make nodes wait for each other, none that stand there already. */
export function completionAt(place: TypingPlace, known: KnownNames): Completion {
  switch (place.kind) {
    case 'key':
      return { items: keyItems(place, known), files: null };
    case 'item':
      return { items: listItems(place, known), files: null };
    case 'value':
      return { items: valueItems(place, known), files: filesFor(place) };
  }
}

function filesFor({ path }: TypingPlace): Completion['files'] {
  if (path.length !== 3 || path[0] !== 'nodes') return null;
  if (path[2] === 'script') return 'script';
  return path[2] === 'uses' ? 'module' : null;
}
