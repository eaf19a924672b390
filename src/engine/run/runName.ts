/** What a run may be called. */
import { refusal } from './refusal';

const longestName = 200;
/**
 * They would break the rows and lines that names stand in. Marks of writing direction are no such characters: names in
 * Arabic and Hebrew need them, and whoever shows a name keeps them to it.
 */
// eslint-disable-next-line no-control-regex -- meant
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/;

/** The name that somebody gives a run, without spaces around it. @throws a refusal */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw refusal('invalidParams', 'A run needs a name. Type at least one character.');
  if (Array.from(trimmed).length > longestName) {
    throw refusal('invalidParams', `The name of a run has at most ${longestName} characters. Type a shorter one.`);
  }
  // Not taken out in silence: what was typed or pasted is more than a name then.
  if (controlCharacters.test(trimmed)) {
    throw refusal(
      'invalidParams',
      'The name of a run cannot hold line breaks or other control characters. Type it in one line.',
    );
  }
  return trimmed;
}

/** The name of a run that nobody named: after its workflow, whose name may be anything, in one line and not too long. */
export function nameAfter(workflowName: string, number: number): string {
  const ending = ` #${number}`;
  const characters = Array.from(workflowName.split(controlCharacters).join(' ').trim());
  const room = longestName - ending.length;
  if (characters.length <= room) return characters.join('') + ending;
  return `${characters.slice(0, room - 1).join('')}…${ending}`;
}
