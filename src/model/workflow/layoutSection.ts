/** Finds the part of a workflow file that holds `layout`, so that a move need not parse all of a large file. */
import { CST, Lexer } from 'yaml';

/** Offsets of a part of the text that is a YAML text by itself. */
export interface LayoutSection {
  readonly start: number;
  readonly end: number;
}

const topLevelKey = /^(?:[A-Za-z_][\w-]*|"[\w-]+"|'[\w-]+')[ \t]*:(?:[ \t\r]|$)/;
const layoutKey = /^["']?layout["']?[ \t]*:/;

/**
 * The part with the one `layout` of a block map; null when there is none, or when only a parser of the whole text can tell.
 * Looks at what begins in the first column: in a block map, that can only be keys and comments.
 */
export function findLayoutSection(text: string): LayoutSection | null {
  let start: number | null = null;
  let end = text.length;
  let keys = 0;
  for (const { offset, line } of linesAtMargin(text)) {
    if (line === '---' && keys === 0) continue;
    if (!topLevelKey.test(line)) return null;
    keys += 1;
    if (layoutKey.test(line)) {
      if (start !== null) return null;
      start = offset;
    } else if (start !== null && end === text.length) {
      end = offset;
    }
  }
  return start === null ? null : { start, end };
}

/** Lines that begin in the first column with something other than a comment. */
function* linesAtMargin(text: string): Generator<{ offset: number; line: string }> {
  for (const match of text.matchAll(/^[^\s#].*$/gm)) yield { offset: match.index, line: match[0].trimEnd() };
}

/** True if the text has an anchor, an alias or a merge key. Looks at the words alone, which takes no parser. */
export function usesAnchors(text: string): boolean {
  if (!/[&*]|<</.test(text)) return false;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isScalar ? lexeme === '<<' : /^[&*]/.test(lexeme)) return true;
    isScalar = lexeme === CST.SCALAR;
  }
  return false;
}
