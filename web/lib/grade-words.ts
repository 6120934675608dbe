import { defineWords } from './words.ts';

/** What the grades are called, the same on every list. */
export const gradeWords = defineWords('grade', {
  zh: {
    grade: '分级',
    any: '全部分级',
    A: '重要客户',
    B: '潜力客户',
    C: '普通客户',
    D: '风险客户',
    frozen: '暂停营销和祝福',
    'frozen.why': '客户不满意或有风险：营销、生日祝福、请求转介绍和评价都暂停，直到客户说问题已解决。',
    heldBack: '暂停的回访',
  },
  en: {
    grade: 'Grade',
    any: 'Any grade',
    A: 'Important',
    B: 'Potential',
    C: 'Ordinary',
    D: 'At risk',
    frozen: 'No offers or wishes now',
    'frozen.why':
      'The customer is unhappy or at risk: offers, birthday wishes and asks for referrals and reviews wait until the customer says that it is settled.',
    heldBack: 'Waiting followups',
  },
});
