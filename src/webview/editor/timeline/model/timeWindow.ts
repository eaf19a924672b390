/** The part of a run's time that is in sight. Times are milliseconds since 1970. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

interface Whole {
  readonly start: number;
  readonly end: number;
}

/** Less time than this is never in sight, in milliseconds: finer than what is measured. */
const least = 20;
/** So much of the width stays free behind the end, for the words there. */
const margin = 0.04;

/** All of the run. */
export function wholeWindow({ start, end }: Whole): TimeWindow {
  return { from: start, to: start + Math.max(least, (end - start) * (1 + margin)) };
}

/** Nearer by `factor` (below 1: farther away) around a place, 0 at the left and 1 at the right; never more than the whole. */
export function zoomed(window: TimeWindow, factor: number, place: number, whole: Whole): TimeWindow {
  const all = wholeWindow(whole);
  const length = window.to - window.from;
  const next = Math.min(all.to - all.from, Math.max(least, length / factor));
  const from = window.from + (length - next) * place;
  return within({ from, to: from + next }, all);
}

/** Moved by so much of its own width, to the right if positive; never out of the whole. */
export function panned(window: TimeWindow, part: number, whole: Whole): TimeWindow {
  const by = (window.to - window.from) * part;
  return within({ from: window.from + by, to: window.to + by }, wholeWindow(whole));
}

function within({ from, to }: TimeWindow, all: TimeWindow): TimeWindow {
  const by = from < all.from ? all.from - from : to > all.to ? Math.max(all.to - to, all.from - from) : 0;
  return { from: from + by, to: to + by };
}

/** Where a time is in the window: 0 at its left, 1 at its right. */
export function placeIn({ from, to }: TimeWindow, time: number): number {
  return (time - from) / (to - from);
}

export interface Tick {
  readonly time: number;
  /** Since the run's start. */
  readonly label: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
];

/** Round times since the run's start that are in the window, at least `apart` pixels from each other. */
export function ticksOf(window: TimeWindow, start: number, width: number, apart = 80): Tick[] {
  if (width <= 0) return [];
  const wanted = ((window.to - window.from) * apart) / width;
  const step = steps.find((candidate) => candidate >= wanted) ?? Math.ceil(wanted / day) * day;
  const ticks: Tick[] = [];
  for (let at = Math.ceil((window.from - start) / step); start + at * step <= window.to; at += 1) {
    ticks.push({ time: start + at * step, label: tickLabel(at * step, step) });
  }
  return ticks;
}

/** As short as the step between ticks allows. */
function tickLabel(since: number, step: number): string {
  if (since < second && step < second) return `${since} ms`;
  if (since === 0) return '0s';
  const parts: [number, string][] = [
    [Math.floor(since / day), 'd'],
    [Math.floor((since % day) / hour), 'h'],
    [Math.floor((since % hour) / minute), 'm'],
  ];
  const seconds = (since % minute) / second;
  const words = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}${unit}`]));
  if (seconds !== 0) words.push(`${step < second ? seconds.toFixed(step < 100 ? 2 : 1) : seconds}s`);
  return words.join(' ');
}
