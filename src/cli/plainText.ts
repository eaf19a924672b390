/** Names, authors and messages come from files and other people: a terminal must show them, and never obey them. */

/** Characters of a name in a table; `--json` has it whole. */
const longestCell = 100;

// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
/** Marks that turn the direction of what follows, beyond the text's own end. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text in one line, without escape sequences and without turns of the writing direction. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n|[\r\n\t]/g, ' ')
    .replace(controls, '\ufffd')
    .replace(directions, '');
}

/** The same, cut to what a table has room for. */
export function cellText(text: string): string {
  const characters = Array.from(plainText(text));
  return characters.length <= longestCell ? characters.join('') : `${characters.slice(0, longestCell - 1).join('')}…`;
}
