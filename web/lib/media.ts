import { useSyncExternalStore } from 'react';

/** A phone held upright, or a window as narrow as one. */
export const useNarrowScreen = (): boolean => useMedia('(max-width: 767px)');

/** The person asked their device for as little movement as can be. */
export const useLessMotion = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
