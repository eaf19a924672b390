import { useEffect, useState } from 'react';

/** How often the clock moves on, in milliseconds. */
const pauses = { live: 250, slow: 1000 } as const;

/**
 * The time in milliseconds, renewed a few times a second while `ticking` is `live`; every second when it is `slow`, or under
 * reduced motion.
 */
export function useClock(ticking: 'live' | 'slow' | 'still'): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ticking === 'still') return undefined;
    const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pause = isReduced ? pauses.slow : pauses[ticking];
    const timer = setInterval(() => setNow(Date.now()), pause);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
