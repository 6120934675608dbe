import { defineWords } from './words.ts';

/** What a complaint is about, and what a doctor is good at (E4). */
export const areaWords = defineWords('areas', {
  zh: {
    orthodontics: '正畸',
    implant: '种植',
    prosthetics: '修复',
    children: '儿童',
    basic: '基础治疗',
    surgery: '医美手术',
    injection: '注射',
    skin: '皮肤',
  },
  en: {
    orthodontics: 'Orthodontics',
    implant: 'Implants',
    prosthetics: 'Prosthetics',
    children: 'Children',
    basic: 'Basic treatment',
    surgery: 'Aesthetic surgery',
    injection: 'Injections',
    skin: 'Skin',
  },
});
