import type { Area } from '#domain/records/places.ts';
import { placeNames } from './place-names.ts';
import { defineWords, hasWord, useListed, useWords } from './words.ts';

export const placeWords = defineWords('places', placeNames);

/** "牙位 36、37", "鼻部、下巴". */
export function usePlaces(): (area: Area, places: readonly string[]) => string {
  const say = useWords(placeWords);
  const listed = useListed();
  return (area, places) =>
    area === 'tooth'
      ? say('teeth', { list: listed(places) })
      : listed(places.map((place) => (hasWord(placeWords, place) ? say(place as 'nose') : place)));
}
