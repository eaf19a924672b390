/** A cron expression in words that say exactly the times that come. */
import { cronParts, type CronParts, type NthWeekday, type SpecialDay } from './cronParts';

/** Such as `weekdays at 02:30`, without the time zone; the expression itself when there are no words for it. */
export function cronWords(expression: string): string {
  const parts = cronParts(expression);
  if (parts === null) return expression;
  const { words: days, sayMonths } = dayWords(parts);
  const time = timeWords(parts);
  const months = sayMonths ? `, ${monthSpan(parts.months)}` : '';
  // What comes many times a day needs no "every day".
  if (days === null) return `${time.startsWith('at ') && !time.includes('every') ? 'every day ' : ''}${time}${months}`;
  return `${days}${time.startsWith('at ') ? ' ' : ', '}${time}${months}`;
}

/** More times of day than these are not listed one by one. */
const mostListed = 5;

function timeWords({ minutes, hours }: CronParts): string {
  const everyHour = hours.length === 24;
  const [minute = 0, ...others] = minutes;
  if (minutes.length * hours.length <= mostListed) {
    return `at ${listed(hours.flatMap((hour) => minutes.map((at) => `${twoDigits(hour)}:${twoDigits(at)}`)))}`;
  }
  if (others.length === 0) {
    if (everyHour) return minute === 0 ? 'every hour' : `every hour at :${twoDigits(minute)}`;
    const span = spanOf(hours, 24);
    const at = (hour: number): string => `${twoDigits(hour)}:${twoDigits(minute)}`;
    if (span === null) return `at ${listed(hours.map(at))}`;
    const to = span.isRound ? '' : ` to ${at(span.last)}`;
    return `every ${span.step === 1 ? 'hour' : `${span.step} hours`} from ${at(span.first)}${to}`;
  }
  return everyHour ? minuteWords(minutes, ' of every hour') : `${minuteWords(minutes, '')} ${hourWords(hours)}`;
}

function minuteWords(minutes: readonly number[], ofHours: string): string {
  const span = spanOf(minutes, 60);
  const at = (minute: number): string => `:${twoDigits(minute)}`;
  if (span === null) return `at ${listed(minutes.map(at))}${ofHours}`;
  const every = span.step === 1 ? 'every minute' : `every ${span.step} minutes`;
  if (span.isRound) return span.first === 0 ? every : `${every} from ${at(span.first)}`;
  return `${every} from ${at(span.first)} to ${at(span.last)}${ofHours}`;
}

function hourWords(hours: readonly number[]): string {
  const [first = 0] = hours;
  const last = hours.at(-1) ?? first;
  if (last - first === hours.length - 1) return `between ${twoDigits(first)}:00 and ${twoDigits(last)}:59`;
  return `in the hours ${listed(hours.map(twoDigits))}`;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `words`: null for all days. `sayMonths`: they do not name the months that are meant. */
function dayWords({ days, weekdays, months }: CronParts): { words: string | null; sayMonths: boolean } {
  const isEveryMonth = months.length === 12;
  const everyDay = days?.numbers.length === 31 || weekdays?.numbers.length === 7;
  if (everyDay || (days === null && weekdays === null)) return { words: null, sayMonths: !isEveryMonth };
  const plain = weekdays === null || weekdays.numbers.length === 0 ? null : weekdayWords(weekdays.numbers);
  const sayMonths = !isEveryMonth && plain !== null;
  const ofMonth = isEveryMonth || sayMonths ? 'the month' : listed(months.map(monthName));
  const dated = [...(days === null ? [] : dateWords(days)), ...(weekdays?.nth ?? []).map(nthWords)];
  const all = [...(dated.length === 0 ? [] : [`${listed(dated)} of ${ofMonth}`]), ...(plain === null ? [] : [plain])];
  return { words: all.join(' and '), sayMonths };
}

function dateWords({ numbers, special }: NonNullable<CronParts['days']>): string[] {
  const words = special.map(specialWords);
  const span = numbers.length > 2 ? spanOf(numbers, 31) : null;
  if (numbers.length === 0) return words;
  if (span === null) return [`the ${listed(numbers.map(ordinal))}`, ...words];
  if (span.step === 1) return [`the ${ordinal(span.first)} to ${ordinal(span.last)}`, ...words];
  return [`every ${ordinal(span.step)} day from the ${ordinal(span.first)} to the ${ordinal(span.last)}`, ...words];
}

function specialWords(special: SpecialDay): string {
  switch (special.kind) {
    case 'lastDay':
      return 'the last day';
    case 'lastWeekday':
      return 'the last weekday (Monday to Friday)';
    case 'nearestWeekday':
      return `the weekday (Monday to Friday) nearest the ${ordinal(special.day)}`;
  }
}

function nthWords({ weekday, nth }: NthWeekday): string {
  return `the ${nth === 'last' ? 'last' : (ordinals[nth - 1] ?? ordinal(nth))} ${weekdayNames[weekday]}`;
}

/** Weeks begin on Monday, so that a weekend is one thing. */
function weekdayWords(numbers: readonly number[]): string {
  const fromMonday = numbers.map((number) => (number + 6) % 7).sort((a, b) => a - b);
  const name = (at: number): string => weekdayNames[(at + 1) % 7] ?? '';
  switch (fromMonday.join('')) {
    case '01234':
      return 'weekdays';
    case '56':
      return 'weekends';
  }
  const span = fromMonday.length > 2 ? spanOf(fromMonday, 7) : null;
  if (span?.step === 1) return `every ${name(span.first)} to ${name(span.last)}`;
  return `every ${listed(fromMonday.map(name))}`;
}

function monthSpan(months: readonly number[]): string {
  const span = months.length > 2 ? spanOf(months, 12) : null;
  if (span?.step === 1) return `from ${monthName(span.first)} to ${monthName(span.last)}`;
  return `in ${listed(months.map(monthName))}`;
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  /** It goes on in the same steps over the end of the cycle. */
  readonly isRound: boolean;
}

/** Null when the numbers, at least three, do not ascend in equal steps. */
function spanOf(numbers: readonly number[], cycle: number): Span | null {
  const [first = 0, second = first] = numbers;
  const step = second - first;
  const last = numbers.at(-1) ?? first;
  const isRound = first + cycle - last === step;
  if (numbers.length < (isRound ? 2 : 3)) return null;
  if (numbers.some((number, at) => number !== first + at * step)) return null;
  return { first, last, step, isRound };
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function monthName(month: number): string {
  return monthNames[month - 1] ?? '';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function ordinal(number: number): string {
  const ending = /1\d$/.test(String(number)) ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
