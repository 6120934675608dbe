import { theEnd } from '../script.ts';
import type { Passage } from '../script.ts';

/** How every call begins: what to look at first, the greeting, who is speaking, and whether it is a good moment. */
export function opening(prepare: Passage['text']): Passage[] {
  return [
    { key: 'prepare', phase: 'prepare', text: prepare },
    {
      key: 'greet',
      phase: 'greet',
      onlyFor: { isMinor: false },
      text: { zh: '喂，您好，请问是{name}吗？', en: 'Hello, am I speaking with {name}?' },
    },
    {
      key: 'greet-guardian',
      phase: 'greet',
      onlyFor: { isMinor: true },
      text: {
        zh: '喂，您好，请问是{guardian}吗？我想跟您说说{name}的事。',
        en: 'Hello, am I speaking with {guardian}? I am calling about {name}.',
      },
    },
    {
      key: 'introduce',
      phase: 'introduce_self',
      text: {
        zh: '我是{clinic}的{caller}。您现在说话方便吗？',
        en: 'This is {caller} from {clinic}. Is this a good moment to talk?',
      },
      question: {
        name: { zh: '方便说话', en: 'A good moment' },
        choices: [
          { key: 'yes', name: { zh: '方便', en: 'Yes' } },
          { key: 'busy', name: { zh: '现在不方便', en: 'Not now' }, then: 'later' },
        ],
      },
    },
  ];
}

/** For who cannot talk now: the last words of the call, at the foot of each script. */
export const later: Passage = {
  key: 'later',
  phase: 'appointment',
  text: {
    zh: '好的，那不打扰您。您看是今天晚一点，还是明天，哪个时间我再打给您合适？',
    en: 'Of course, I will not keep you. Would later today suit you better, or tomorrow? What time may I call?',
  },
  then: theEnd,
};

/** The visit is agreed on, or is already booked, or is left to the customer. */
export function agreeVisit(
  ask: Passage['text'],
  after: { yes: string; no: string },
): [Passage, Passage, Passage] {
  return [
    {
      key: 'visit-booked',
      phase: 'appointment',
      onlyFor: { hasAppointment: true },
      text: {
        zh: '下次来的时间我跟您再对一下：{appointment}，没有变动吧？要改的话现在就可以改。',
        en: 'Let me check your next visit with you: {appointment}. Does that still suit you? We can change it now.',
      },
    },
    {
      key: 'visit',
      phase: 'appointment',
      onlyFor: { hasAppointment: false },
      text: ask,
      question: {
        name: { zh: '约下次时间', en: 'Next visit' },
        choices: [
          { key: 'agreed', name: { zh: '约好了', en: 'Agreed' }, then: 'visit-agreed' },
          { key: 'not-yet', name: { zh: '暂时不约', en: 'Not yet' }, then: after.no },
        ],
      },
      then: after.no,
    },
    {
      key: 'visit-agreed',
      phase: 'appointment',
      text: {
        zh: '好，我给您记下了。当天有事来不了，提前跟我说一声，我帮您换时间。',
        en: 'Good, I have written it down. If something comes up, let me know and I will move it.',
      },
      then: after.yes,
    },
  ];
}
