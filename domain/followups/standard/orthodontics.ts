import type { ProtocolDefinition, Step } from '../protocol.ts';

/** Four years at most: a treatment that is finished ends it sooner. */
const surveys = 16;

export const orthodonticsProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'orthodontics-survey',
    name: { zh: '正畸满意度调查', en: 'Orthodontics satisfaction survey' },
    source: 'Orthodontics, every 3 months until the treatment ends',
    trigger: { event: 'orthodontics.started' },
    steps: [survey()],
  },
];

function survey(): Step {
  return {
    key: 'every-3-months',
    name: { zh: '矫正中每3个月', en: 'Every 3 months' },
    window: { kind: 'repeat', unit: 'month', every: 3, first: 1, times: surveys, leadDays: 7 },
    until: 'treatment-finished',
    role: 'cs_agent',
    channels: ['phone', 'wechat'],
    purpose: 'satisfaction',
    script: {
      zh: '{name}您好，我是{clinic}的{caller}。矫正是个慢功夫，每隔三个月我们都想听听您的想法：这段时间牙齿的变化您看得到吗？托槽、牙套有没有磨嘴、松动？复诊的时间好安排吗？医生每次讲的进度您清楚吗？满分十分，这三个月您给几分？',
      en: 'Hello {name}, {caller} from {clinic}. Straightening teeth takes patience, so every three months we ask how it is going. Can you see the teeth moving? Do brackets or aligners rub or come loose? Are the appointments easy to keep? Does the doctor tell you clearly how far you are? Out of ten, how were these three months?',
    },
    sendsForm: 'satisfaction',
    asksScore: true,
  };
}
