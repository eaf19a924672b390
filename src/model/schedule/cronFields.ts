/** The five fields of a cron expression, each judged by itself. */
import { Cron } from 'croner';

/** What a field is called in sentences, and what it takes. */
const fields = [
  { name: 'minute', takes: '0 to 59' },
  { name: 'hour', takes: '0 to 23' },
  {
    name: 'day of the month',
    takes: '1 to 31, L for the last, LW for the last weekday, or 15W for the weekday nearest the 15th',
  },
  { name: 'month', takes: '1 to 12, or JAN to DEC' },
  {
    name: 'day of the week',
    takes: '0 to 7 (Sunday is 0 and 7), SUN to SAT, MON#2 for the second Monday, or FRIL for the last Friday',
  },
] as const;

const forms = '* (each), ranges (1-5), lists (1,15) and steps (*/10)';

/** What crontab has names for. */
const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

/** The expression as five fields with one space between them; of a nickname (`@daily`) what it stands for. */
export function plainExpression(expression: string): string {
  const plain = expression.trim().split(/\s+/).join(' ');
  return nicknames[plain.toLowerCase()] ?? plain;
}

/** A sentence that names the first field that is wrong; null when each is a field of cron. */
export function cronProblem(expression: string): string | null {
  const given = expression.trim() === '' ? [] : plainExpression(expression).split(' ');
  if (given.length !== fields.length) {
    const count = given.length === 1 ? '1 field' : `${given.length} fields`;
    const names = fields.map(({ name }) => name).join(', ');
    return `A cron expression has 5 fields (${names}), and "${shortened(expression)}" has ${count}. Write one like 30 2 * * 1-5.`;
  }
  for (const [at, field] of fields.entries()) {
    const text = given[at] ?? '';
    if (isField(text, at)) continue;
    return `The ${field.name} of the cron expression, "${shortened(text)}", cannot be read. It takes ${field.takes}, with ${forms}.`;
  }
  return null;
}

/** The cron expression, ready to be asked for times. @throws when a field or the time zone is wrong */
export function cronOf(expression: string, timeZone: string): Cron {
  return new Cron(expression, { timezone: timeZone, mode: '5-part', paused: true });
}

function isField(text: string, at: number): boolean {
  // The library knows more, which no other cron does.
  if (text.includes('+')) return false;
  const alone = fields.map((_, other) => (other === at ? text : '*')).join(' ');
  try {
    cronOf(alone, 'UTC');
    return true;
  } catch {
    return false;
  }
}

const longestShown = 60;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown - 1).join('')}…`;
}
