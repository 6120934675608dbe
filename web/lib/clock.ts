import { useEffect, useState } from 'react';
import { instantOf, millisecondsOf, type Instant } from '#domain/base/time.ts';
import { signal } from './signal.ts';

/**
 * The server's clock, which may be a trial clock years away from this computer's. What the server said is kept
 * with the moment it was heard by a clock that nobody sets (performance.now).
 */
const heard = signal<{ server: number; here: number } | null>(null);

export function hearServerNow(now: Instant): void {
  heard.set({ server: millisecondsOf(now), here: performance.now() });
}

export function serverNow(): Instant {
  const last = heard.get();
  return instantOf(last ? last.server + (performance.now() - last.here) : Date.now());
}

/** The server's now, moving on by itself. */
export function useNow(everySeconds = 30): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = () => setNow(serverNow());
    const timer = setInterval(tick, everySeconds * 1000);
    const unwatch = heard.watch(tick);
    return () => {
      clearInterval(timer);
      unwatch();
    };
  }, [everySeconds]);
  return now;
}
