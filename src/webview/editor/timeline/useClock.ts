import { useEffect, useState } from 'react';

/** The time in milliseconds, renewed a few times a second while `ticking` is `live`; every second under reduced motion. */
export function useClock(ticking: 'live' | 'still'): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ticking === 'still') return undefined;
    const pause = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 250;
    const timer = setInterval(() => setNow(Date.now()), pause);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
