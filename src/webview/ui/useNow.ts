import { useEffect, useState } from 'react';

/** The time in ms, renewed every second while `ticking` is `live`; a thing that has ended needs no timer. */
export function useNow(ticking: 'live' | 'still'): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ticking === 'still') return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
