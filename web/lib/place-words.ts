import type { Area } from '#domain/records/places.ts';
import { defineWords, hasWord, useListed, useWords } from './words.ts';

/** Places of the skin and the body; teeth go by their numbers. */
export const placeWords = defineWords('places', {
  zh: {
    'area.tooth': '牙齿',
    'area.skin': '皮肤',
    'area.body': '身体',
    teeth: '牙位 {{list}}',
    scalp: '头皮',
    forehead: '额头',
    temples: '太阳穴',
    eyes: '眼周',
    nose: '鼻部',
    cheeks: '面颊',
    lips: '唇部',
    jaw: '下颌缘',
    chin: '下巴',
    neck: '颈部',
    chest: '胸部',
    back: '背部',
    waist: '腰部',
    belly: '腹部',
    arms: '手臂',
    hands: '手部',
    hips: '臀部',
    thighs: '大腿',
    calves: '小腿',
    feet: '足部',
    private: '私密部位',
  },
  en: {
    'area.tooth': 'Tooth',
    'area.skin': 'Skin',
    'area.body': 'Body',
    teeth: 'Teeth {{list}}',
    scalp: 'Scalp',
    forehead: 'Forehead',
    temples: 'Temples',
    eyes: 'Around the eyes',
    nose: 'Nose',
    cheeks: 'Cheeks',
    lips: 'Lips',
    jaw: 'Jawline',
    chin: 'Chin',
    neck: 'Neck',
    chest: 'Chest',
    back: 'Back',
    waist: 'Waist',
    belly: 'Belly',
    arms: 'Arms',
    hands: 'Hands',
    hips: 'Hips',
    thighs: 'Thighs',
    calves: 'Calves',
    feet: 'Feet',
    private: 'Intimate area',
  },
});

/** "牙位 36、37", "鼻部、下巴". */
export function usePlaces(): (area: Area, places: readonly string[]) => string {
  const say = useWords(placeWords);
  const listed = useListed();
  return (area, places) =>
    area === 'tooth'
      ? say('teeth', { list: listed(places) })
      : listed(places.map((place) => (hasWord(placeWords, place) ? say(place as 'nose') : place)));
}
