/**
 * Lets an edit read the nodes that it concerns alone: a file of 1,000 nodes takes the parser 200 ms and more. The others are
 * written over with spaces, so that every offset stays.
 */

interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The text with the body of every node blank that has none of the words in it; the last node, and those beside a node that has
 * one, stay. Null when only a parser can tell the nodes apart. Whoever uses it holds the keys it finds to those of the file.
 */
export function maskNodes(text: string, words: readonly string[]): string | null {
  const section = nodesSection(text);
  const nodes = section === null ? null : nodesIn(text, section);
  if (nodes === null) return null;
  const isConcerned = nodes.map((node) => concerns(text.slice(node.start, node.end), words));
  const parts: string[] = [];
  let end = 0;
  for (const [index, node] of nodes.entries()) {
    const isNear = isConcerned[index - 1] === true || isConcerned[index] === true || isConcerned[index + 1] === true;
    if (isNear || index === nodes.length - 1) continue;
    const body = text.indexOf(':', node.start) + 1;
    parts.push(text.slice(end, body), ' '.repeat(node.end - 1 - body), '\n');
    end = node.end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

/** The lines below the one `nodes:` of a map that begins in the first column. */
function nodesSection(text: string): Part | null {
  let start: number | null = null;
  for (const { 0: line, index } of text.matchAll(/^[^\s#].*$/gm)) {
    if (start !== null) return { start, end: index };
    if (/^nodes:[ \t]*(?:#.*)?\r?$/.test(line)) start = index + line.length + 1;
    else if (!/^(?:---\s*$|[A-Za-z]+:)/.test(line)) return null;
  }
  return start === null ? null : { start, end: text.length };
}

function nodesIn(text: string, section: Part): Part[] | null {
  const part = text.slice(section.start, section.end);
  const indent = /^( +)[^\s#]/m.exec(part)?.[1];
  if (indent === undefined) return null;
  const starts = Array.from(part.matchAll(new RegExp(`^${indent}[^\\s#].*$`, 'gm')), ({ 0: line, index }) =>
    /^ +[a-z][a-z0-9-]*:(?:\s|$)/.test(line) ? section.start + index : null,
  );
  const known = starts.filter((start) => start !== null);
  if (known.length < starts.length) return null;
  return known.map((start, index) => ({ start, end: known[index + 1] ?? section.end }));
}

/** True for a node with one of the words, or with a quoted text that may hide one. */
function concerns(node: string, words: readonly string[]): boolean {
  if (/\\(?:[uxU]|\r?\n)/.test(node)) return true;
  return words.some((word) => node.includes(word) && isWholeWord(node, word));
}

function isWholeWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${word.replaceAll(/\W/g, '\\$&')}(?![\\w-])`).test(text);
}
