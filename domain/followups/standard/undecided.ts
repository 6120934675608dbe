import type { ProtocolDefinition, Step, WindowRule } from '../protocol.ts';

/** Who asked and did not decide, and who paid a deposit and did not come: the consultants' own people. */
export const undecidedProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'consultation-no-deal',
    name: { zh: '咨询未成交回访', en: 'Consultation without a deal' },
    source: 'Consultation without a deal, within 3 days; in the clinic the consultant',
    trigger: { event: 'consultation.no_deal', atVisit: true },
    steps: [
      {
        key: 'within-3-days',
        name: { zh: '咨询后3天内', en: 'Within 3 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 3 },
        // Where days are full: before the week is over after which a customer without a plan is released (B5).
        mayWaitDays: 3,
        // Who has a day already is not asked whether they would like one.
        until: 'booked',
        role: 'consultant',
        channels: ['phone', 'wechat'],
        purpose: 'marketing',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}，{visitDay}陪您做的咨询。您回去考虑得怎么样了？还有哪里拿不准：是效果、恢复时间、费用，还是想再问问医生？不急着定，您把顾虑告诉我，我一样一样给您弄清楚。想再来看看的话，您哪天方便？',
          en: 'Hello {name}, {caller} from {clinic}; we talked on {visitDay}. What do you think by now? Is there something you are not sure about: the result, the time to recover, the cost, or a question to the doctor? There is no hurry. Tell me what holds you back and I will find it out point by point. If you would like to come again, which day is good?',
        },
        scriptCode: 'no-deal',
        asksScore: false,
      },
    ],
  },
  {
    code: 'web-consultation-no-deal',
    name: { zh: '网电咨询未到诊回访', en: 'Asked by phone or web, not yet here' },
    source: 'Consultation without a deal, within 3 days; before the first visit the web consultant',
    trigger: { event: 'consultation.no_deal', atVisit: false },
    steps: [
      {
        key: 'within-3-days',
        name: { zh: '咨询后3天内', en: 'Within 3 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 3 },
        // Where days are full: before the week is over after which a customer without a plan is released (B5).
        mayWaitDays: 3,
        // Who has a day already is not asked whether they would like one.
        until: 'booked',
        role: 'web_consultant',
        channels: ['phone', 'wechat', 'sms'],
        purpose: 'marketing',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}，前两天您问过我们项目的事。您的问题都问清楚了吗？电话里只能说个大概，适不适合您，要医生当面看了才知道，看了不做也没关系。您平时哪天有空？我帮您约个不用等的时间，再把地址发给您。',
          en: 'Hello {name}, {caller} from {clinic}. You asked us about a treatment a few days ago. Did you get all your answers? On the telephone I can only give a rough idea; whether it suits you the doctor can tell when you are here, and you need not decide on anything. Which days are you free? I will find a time without waiting and send you the address.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'deposit-untreated',
    name: { zh: '定金未治疗跟进', en: 'Deposit paid, not treated' },
    source: 'Deposit paid, not treated, chased until treated (weekly for a month, then monthly for a year)',
    trigger: { event: 'deposit.untreated' },
    steps: [
      depositStep(
        'weekly',
        { zh: '第一个月每周', en: 'Weekly for a month' },
        { kind: 'repeat', unit: 'day', every: 7, first: 1, times: 4, leadDays: 2 },
      ),
      depositStep(
        'monthly',
        { zh: '之后每月', en: 'Then monthly' },
        { kind: 'repeat', unit: 'month', every: 1, first: 2, times: 11, leadDays: 6 },
      ),
    ],
  },
];

function depositStep(key: string, name: Step['name'], window: WindowRule): Step {
  return {
    key,
    name,
    window,
    until: 'treated',
    role: 'consultant',
    channels: ['phone', 'wechat'],
    purpose: 'service',
    script: {
      zh: '{name}您好，我是{clinic}的{caller}。您交的定金我们给您留着，治疗的时间还没定下来，您最近怎么安排？是时间不凑巧，还是有什么顾虑？有顾虑您直说，我请医生给您解释。方便的话，我们先把日子定了，以后要改也可以改。',
      en: 'Hello {name}, {caller} from {clinic}. We are keeping your deposit for you, and the treatment has no date yet. How do the next weeks look? Is it the time, or is something worrying you? Please say so, and I will ask the doctor to explain. If you like, let us settle on a day; it can still be moved.',
    },
    scriptCode: 'deposit-untreated',
    asksScore: false,
  };
}
