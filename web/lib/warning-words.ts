import { defineWords } from './words.ts';

/** What whoever treats must know, by what it is about. */
export const warningWords = defineWords('warnings', {
  zh: {
    title: '过敏与注意',
    and: '；',
    allergy: '过敏',
    pregnancy: '孕期',
    bleeding: '出血',
    anaesthesia: '麻醉',
    medicine: '用药',
    condition: '病史',
    infection: '感染',
    healing: '愈合',
    other: '注意',
  },
  en: {
    title: 'Allergies and warnings',
    and: '; ',
    allergy: 'Allergy',
    pregnancy: 'Pregnancy',
    bleeding: 'Bleeding',
    anaesthesia: 'Anaesthesia',
    medicine: 'Medicine',
    condition: 'Condition',
    infection: 'Infection',
    healing: 'Healing',
    other: 'Mind',
  },
});
