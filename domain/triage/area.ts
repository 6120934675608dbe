import type { TreatmentCategory } from '#domain/visits/visit.ts';

/** What a chief complaint is about, as the desk tells it apart before anybody has looked (E4). */
export const triageAreas = [
  'orthodontics',
  'implant',
  'prosthetics',
  'children',
  'basic',
  'surgery',
  'injection',
  'skin',
] as const;
export type TriageArea = (typeof triageAreas)[number];

/** By which words of a complaint each area is known; the first area that has one is it. */
const wordsOf: readonly (readonly [TriageArea, readonly string[]])[] = [
  [
    'orthodontics',
    ['正畸', '矫正', '牙套', '矫治', '隐形', '托槽', '牙不齐', '牙齿不齐', '地包天', '龅牙', '保持器'],
  ],
  ['implant', ['种植', '种牙', '植牙', '缺牙', '植骨', '种植体']],
  ['prosthetics', ['修复', '牙冠', '假牙', '义齿', '烤瓷', '全瓷', '贴面', '镶牙', '嵌体', '活动牙']],
  ['surgery', ['双眼皮', '隆鼻', '鼻综合', '吸脂', '隆胸', '拉皮', '眼袋', '手术', '割', '植发']],
  ['injection', ['玻尿酸', '肉毒', '瘦脸针', '除皱针', '水光', '注射', '填充', '溶脂针']],
  ['skin', ['祛斑', '痘', '激光', '光子', '皮肤', '色斑', '脱毛', '热玛吉', '痣', '疤']],
  [
    'basic',
    [
      '牙疼',
      '牙痛',
      '疼',
      '痛',
      '蛀',
      '龋',
      '补牙',
      '洗牙',
      '洁牙',
      '出血',
      '拔牙',
      '智齿',
      '松动',
      '肿',
      '根管',
    ],
  ],
];

/** Under what the work of an area is filed. */
export const categoryOf: Readonly<Record<TriageArea, TreatmentCategory>> = {
  orthodontics: 'orthodontics',
  implant: 'implant',
  prosthetics: 'prosthetics',
  children: 'children',
  basic: 'filling',
  surgery: 'surgery',
  injection: 'injection',
  skin: 'skin',
};

/** Up to this age somebody is seen as a child (E4). */
export const childBelowAge = 14;

/** The area of a complaint, and what says so: the customer's age, a word of theirs, or nothing known. */
export function areaOf(
  complaint: string | null,
  age: number | null,
): { area: TriageArea; by: 'age' | 'word' | 'nothing'; word: string | null } {
  const found = wordsOf
    .flatMap(([area, words]) => words.map((word) => ({ area, word })))
    .find(({ word }) => complaint?.includes(word));
  if (age !== null && age < childBelowAge) return { area: 'children', by: 'age', word: null };
  return found
    ? { area: found.area, by: 'word', word: found.word }
    : { area: 'basic', by: 'nothing', word: null };
}
