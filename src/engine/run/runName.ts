/** What a run may be called. */
import { refusal } from './refusal';

const longestName = 200;
// eslint-disable-next-line no-control-regex -- they would break the rows and lines that names stand in
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** The name without spaces around it. @throws a refusal */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw refusal('invalidParams', 'A run needs a name. Type at least one character.');
  if (Array.from(trimmed).length > longestName) {
    throw refusal('invalidParams', `The name of a run has at most ${longestName} characters. Type a shorter one.`);
  }
  if (controlCharacters.test(trimmed)) {
    throw refusal('invalidParams', 'The name of a run cannot hold line breaks or other control characters.');
  }
  return trimmed;
}
