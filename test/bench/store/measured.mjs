/** Measuring short work. */
import { median } from '../report.mjs';

const warmUps = 10;
const times = 41;

/** @param {() => { result: unknown, longest?: number }} work @returns its result, and the median in milliseconds */
export function measured(work) {
  for (let time = 0; time < warmUps; time += 1) work();
  const durations = [];
  let last = work();
  let longest = 0;
  for (let time = 0; time < times; time += 1) {
    const from = performance.now();
    last = work();
    durations.push(performance.now() - from);
    longest = Math.max(longest, last.longest ?? 0);
  }
  const facts = { value: Number(median(durations).toFixed(3)), unit: 'ms' };
  return { result: last.result, facts: longest === 0 ? facts : { ...facts, longest: Number(longest.toFixed(1)) } };
}

/** Does work in pieces without a break; gives its result, and how long the longest piece took in milliseconds. */
export function worked(steps) {
  let longest = 0;
  for (;;) {
    const from = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - from);
    if (step.done) return { result: step.value, longest };
  }
}
