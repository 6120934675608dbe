import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

/** A phone held upright, or a window as narrow as one. */
export function useNarrowScreen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
