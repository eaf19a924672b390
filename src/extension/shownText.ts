/**
 * Texts of others (names, messages) in the sentences of notifications, dialogs, input boxes and pickers. VS Code reads
 * `[…](command:…)` in them as a link and `$(…)` as an icon, and a right-to-left mark turns the words around it.
 */

/** Characters of a name in a sentence, and of a whole sentence, before the middle is left out. */
const longestName = 60;
const longestSentence = 600;

/* oxlint-disable-next-line no-control-regex -- they are what is looked for */
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** Keeps two characters apart that mean something together, and is not seen. */
const wordJoiner = '\u2060';
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** The text in one line, as text and nothing else, whatever is in it. */
export function plainText(text: string): string {
  const line = text.replaceAll(controls, ' ').replaceAll(directions, '');
  return line.replaceAll('](', `]${wordJoiner}(`).replaceAll('$(', `$${wordJoiner}(`);
}

/** A name in a sentence: in quotation marks, short enough to leave the sentence readable. */
export function quoted(name: string): string {
  const shown = shortened(plainText(name), longestName);
  return `“${rightToLeft.test(shown) ? isolated(shown) : shown}”`;
}

/** A sentence that may hold texts of others; what it says at its ends stays. */
export function plainSentence(sentence: string): string {
  return shortened(plainText(sentence), longestSentence);
}

/** At most `length` characters: of a longer text the middle is left out. No character is cut in two. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const start = text.slice(0, length - 1 - tail).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}…${text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
