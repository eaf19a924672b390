/** How busy the machine is while something is measured. */
import { loadavg } from 'node:os';

const cpuTime = 100_000;

/**
 * The load of the last minute, and by how much work is stretched now: seconds that pass for a second of computing. 1 on an
 * idle machine; a time measured at 3 would be about a third there.
 */
export function machineNow() {
  const from = performance.now();
  const begun = process.cpuUsage();
  let used = 0;
  while (used < cpuTime) {
    const { user, system } = process.cpuUsage(begun);
    used = user + system;
  }
  const stretch = ((performance.now() - from) * 1000) / used;
  return { load: Number(loadavg()[0]?.toFixed(1)), stretch: Number(stretch.toFixed(2)) };
}
