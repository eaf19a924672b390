/** Ending processes so that nothing stays behind, whatever they do about it. */
import { setTimeout as delay } from 'node:timers/promises';
import { processesOf, type Cookie } from './processes';

/** Time between TERM and KILL, in milliseconds. */
export const defaultGraceMs = 3_000;

const lookEveryMs = 50;
/** Gives a process that hangs in the kernel this many looks before it is reported instead of waited for. */
const looksAfterKill = 100;

/**
 * Asks every process of the cookie or the group to end (TERM), and after the grace makes them (KILL). Looks again until
 * none is left, because a process may fork while it is being looked for.
 * @param group pid of a wrapper that is alive now; null when there is none
 * @returns null, or a sentence that names what could not be ended
 */
export async function endProcesses(cookie: Cookie, group: number | null, graceMs: number): Promise<string | null> {
  const groups = new Set(group === null ? [] : [group]);
  const asked = new Set<number>();
  const killAt = performance.now() + graceMs;
  let left = processesOf(cookie, groups);
  while (left.length > 0 && performance.now() < killAt) {
    for (const pid of left) {
      // Once each: a program may take a second TERM for impatience.
      if (!asked.has(pid)) signal(pid, 'SIGTERM');
      asked.add(pid);
    }
    await delay(lookEveryMs);
    left = processesOf(cookie, groups);
  }
  for (let look = 0; left.length > 0 && look < looksAfterKill; look++) {
    for (const pid of left) signal(pid, 'SIGKILL');
    await delay(look === 0 ? 5 : lookEveryMs);
    left = processesOf(cookie, groups);
  }
  if (left.length === 0) return null;
  return `The processes ${left.join(', ')} could not be ended; end them by hand.`;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself, or belongs to someone else; the next look tells.
  }
}
