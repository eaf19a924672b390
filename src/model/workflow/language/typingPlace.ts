/** What somebody is about to type at a place of a workflow file. */
import { scanText, type Container } from './scanText';

export interface TypingPlace {
  /** `key`: of the map at `path`. `value`: of the key at `path`. `item`: of the list at `path`. */
  readonly kind: 'key' | 'value' | 'item';
  readonly path: readonly string[];
  readonly style: 'block' | 'flow';
  /** What stands there up to the place, and what an accepted word replaces: UTF-16 offsets. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** Keys or items that stand in the same braces or brackets of the line. */
  readonly beside: readonly string[];
  /** True right behind a colon, where a value needs a space first. */
  readonly needsSpace: boolean;
  /** True if a colon stands behind the word: the key has its value already. */
  readonly hasColon: boolean;
}

/** The place at an offset; null in comments and commands, and behind what is complete. */
export function typingPlaceAt(text: string, offset: number): TypingPlace | null {
  const { containers, wordStart, isProse } = scanText(text, offset);
  if (isProse) return null;
  const typed = text.slice(wordStart, offset);
  const behind = /^[\w./-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const place = {
    typed,
    start: wordStart,
    end: offset + behind,
    hasColon: /^["']?[ \t]*:/.test(text.slice(offset + behind)),
    needsSpace: typed === '' && text[wordStart - 1] === ':',
  };
  const last = containers.at(-1);
  if (last?.kind === 'flowMap' || last?.kind === 'flowList') {
    const path = pathOf(containers);
    const isMap = last.kind === 'flowMap';
    const behindIt = text.slice(place.end).split(/[\]}\r\n]/, 1)[0] ?? '';
    const beside = isMap ? [...last.keys, ...keysIn(behindIt)] : [...last.items, ...itemsIn(behindIt)];
    const kind = last.kind === 'flowList' ? 'item' : last.key === null ? 'key' : 'value';
    return { ...place, kind, path, style: 'flow', beside };
  }
  const lineStart = text.lastIndexOf('\n', wordStart - 1) + 1;
  const isNewLine = text.slice(lineStart, wordStart).trim() === '';
  const isItem = last !== undefined && last.key === null;
  const kind = isItem ? 'item' : isNewLine ? 'key' : 'value';
  return { ...place, kind, path: pathOf(containers), style: 'block', beside: [] };
}

function keysIn(text: string): string[] {
  return [...text.matchAll(/(?<=,\s*["']?)[\w-]+(?=["']?\s*:)/g)].map(([key]) => key);
}

function itemsIn(text: string): string[] {
  return [...text.matchAll(/(?<=,\s*["']?)[\w-]+/g)].map(([item]) => item);
}

function pathOf(containers: readonly Container[]): string[] {
  return containers.flatMap(({ key }) => (key === null ? [] : [key]));
}
