/** How statuses, times and sizes are written and drawn: one language for tree, list, canvas, banner and command line. */

/** Icon and word of a status; the colour only supports them. */
export interface StatusLook {
  /** Codicon id, with its modifier: `sync~spin`. */
  readonly icon: string;
  /** Theme colour id such as `testing.iconPassed`. */
  readonly color: string;
  readonly word: string;
}

const quiet = 'descriptionForeground';
const waiting = { icon: 'clock', color: quiet };
const running = { icon: 'sync~spin', color: 'charts.blue' };
const passed = { icon: 'pass', color: 'testing.iconPassed' };
const failed = { icon: 'error', color: 'testing.iconFailed' };
const stopped = { icon: 'circle-slash', color: quiet };
const broken = { icon: 'flame', color: 'testing.iconFailed' };

const runLooks = new Map<string, Omit<StatusLook, 'word'>>([
  ['Pending', waiting],
  ['Running', running],
  ['Stopping', { icon: 'debug-stop', color: quiet }],
  ['Scheduled', { icon: 'calendar', color: quiet }],
  ['Completed', passed],
  ['Partial Success', { icon: 'warning', color: 'testing.iconQueued' }],
  ['Failed', failed],
  ['Stopped', stopped],
  ['Error', broken],
]);

const nodeLooks = new Map<string, StatusLook>([
  ['pending', { ...waiting, word: 'Pending' }],
  ['running', { ...running, word: 'Running' }],
  ['succeeded', { ...passed, word: 'Succeeded' }],
  ['failed', { ...failed, word: 'Failed' }],
  ['skipped', { icon: 'debug-step-over', color: quiet, word: 'Skipped' }],
  ['stopped', { ...stopped, word: 'Stopped' }],
  ['error', { ...broken, word: 'Error' }],
]);

const unknown = { icon: 'question', color: quiet };

/** Icon, colour and word of a run's status. A status this version does not know is shown as it is, behind a question mark. */
export function runStatusLook(status: string): StatusLook {
  return { ...(runLooks.get(status) ?? unknown), word: status };
}

/** Icon, colour and word of a node run's status; an unknown one as for a run. */
export function nodeStatusLook(status: string): StatusLook {
  return nodeLooks.get(status) ?? { ...unknown, word: status };
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its two largest units: "850 ms", "4.2s", "42s", "2m 5s", "1h 3m", "2d 1h". Takes milliseconds. */
export function durationText(milliseconds: number): string {
  const length = Math.max(0, Math.floor(milliseconds));
  if (length < second) return `${length} ms`;
  if (length < 10 * second) return `${(Math.floor(length / 100) / 10).toFixed(1)}s`;
  if (length < minute) return `${Math.floor(length / second)}s`;
  if (length < hour) return twoUnits(length, [minute, 'm'], [second, 's']);
  if (length < day) return twoUnits(length, [hour, 'h'], [minute, 'm']);
  return twoUnits(length, [day, 'd'], [hour, 'h']);
}

function twoUnits(length: number, [large, largeName]: [number, string], [small, smallName]: [number, string]): string {
  const rest = Math.floor((length % large) / small);
  const whole = `${Math.floor(length / large)}${largeName}`;
  return rest === 0 ? whole : `${whole} ${rest}${smallName}`;
}

const ages: readonly (readonly [from: number, unit: number, name: string])[] = [
  [365 * day, 365 * day, 'y'],
  [30 * day, 30 * day, 'mo'],
  [day, day, 'd'],
  [hour, hour, 'h'],
  [minute, minute, 'min'],
];

/** "just now", "3 min ago", "2 h ago", "5 d ago"; "in 3 min" for a time to come. Takes an ISO 8601 time; a number is milliseconds. */
export function relativeTime(time: string, now: Date | number): string {
  const difference = Number(now) - Date.parse(time);
  if (Number.isNaN(difference)) return time;
  const distance = Math.abs(difference);
  const age = ages.find(([from]) => distance >= from);
  if (age === undefined) return difference < -second ? 'in less than 1 min' : 'just now';
  const words = `${Math.floor(distance / age[1])} ${age[2]}`;
  return difference < 0 ? `in ${words}` : `${words} ago`;
}

/** Date and time to the second in the reader's own time zone and way of writing, for tooltips. */
export function exactTime(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** A size in bytes with at most one decimal: "512 B", "1.5 kB", "2 MB" (1 kB = 1000 B, as editors and disks count). */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = Math.max(0, bytes);
  let unit = 0;
  while (Math.round(size * 10) / 10 >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const rounded = unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${rounded} ${units[unit]}`;
}
