/** What time it is, and being woken at a time to come. */

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `wake` once the clock shows `time` or later, never within this call. What it gives takes that back. */
  wakeAt(time: number, wake: () => void): () => void;
}

/**
 * The clock of the machine is looked at so often, whatever a timer says: timers stand still while the machine sleeps, know
 * nothing of a clock that is set, and hold no more than 24 days.
 */
const longestWaitMs = 20_000;

export const systemClock: Clock = {
  now: () => Date.now(),
  wakeAt(time, wake) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const leftMs = Math.max(0, time - Date.now());
      timer = setTimeout(() => (Date.now() >= time ? wake() : wait()), Math.min(leftMs, longestWaitMs));
    };
    wait();
    return () => clearTimeout(timer);
  },
};
