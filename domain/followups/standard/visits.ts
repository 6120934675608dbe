import type { ProtocolDefinition } from '../protocol.ts';

/** What everybody is owed who was in the clinic, whatever was done: the customer service centre's own rounds. */
export const visitProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'first-visit',
    name: { zh: '初诊回访', en: 'After a first visit' },
    source: 'First visit, 24 h',
    trigger: { event: 'visit.closed', visitKinds: ['first'] },
    steps: [
      {
        key: 'within-24h',
        name: { zh: '24小时内', en: 'Within 24 hours' },
        // Two hours for the way home; then the same evening or the next morning will do.
        window: { kind: 'after', opensHours: 2, dueHours: 24 },
        role: 'cs_agent',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}第一次来我们这儿，我打个电话问问您：回去以后感觉怎么样？医生讲的方案和注意事项，有没有哪一点没听明白？您尽管问，我答不上来的，今天就请医生给您回话。另外想请您给这次就诊打个分，十分最满意，您打几分？好的，我都记下了。之后有任何不舒服，随时打这个电话找我们。',
          en: 'Hello {name}, this is {caller} from {clinic}. You came to us for the first time on {visitDay}, and I would like to hear how you have been since. Is anything the doctor explained still unclear? Please ask; what I cannot answer myself, a doctor will call you about today. And how would you rate the visit, ten being the best? Thank you, I have written it down. If anything feels wrong later, call us on this number at any time.',
        },
        asksScore: true,
      },
    ],
  },
  {
    code: 'treated-24h',
    name: { zh: '治疗后24小时回访', en: 'The day after treatment' },
    source: 'Every treated customer, within 24 h (a first visit has its own call)',
    trigger: { event: 'visit.closed', visitKinds: ['return'] },
    steps: [
      {
        key: 'within-24h',
        name: { zh: '24小时内', en: 'Within 24 hours' },
        window: { kind: 'after', opensHours: 2, dueHours: 24 },
        role: 'cs_agent',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}在我们这儿做了治疗，想问问您现在感觉怎么样，有没有疼、肿，或者别的不舒服？回家要注意的几件事，做起来有困难吗？这次的治疗和接待，满分十分，您给几分？您说的我会转告医生。下次来的时间要是还没定，我现在就帮您约。',
          en: 'Hello {name}, {caller} from {clinic}. You had treatment with us on {visitDay}. How does it feel now: any pain, swelling, or anything else? Is there something about the care at home that is hard to keep to? Out of ten, how would you rate the treatment and the way you were received? I will pass on to the doctor what you told me. If your next visit is not arranged yet, I can do that for you right away.',
        },
        scriptCode: 'aftercare',
        asksScore: true,
      },
    ],
  },
  {
    code: 'discharge',
    name: { zh: '出院回访', en: 'After discharge' },
    source: 'Discharge, within 3 days',
    trigger: { event: 'discharge' },
    steps: [
      {
        key: 'within-3-days',
        name: { zh: '出院3天内', en: 'Within 3 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 3 },
        role: 'cs_agent',
        channels: ['phone', 'wechat'],
        purpose: 'satisfaction',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您出院回家这两天休息得好吗？吃药、换药有没有遇到麻烦？住在我们这儿的几天，哪件事让您觉得好，哪件事我们该改？请您打个分，十分最满意。您提的我会原样记下来，需要答复的，我来盯着给您回音。',
          en: 'Hello {name}, {caller} from {clinic}. Have you been able to rest since you went home? Any trouble with the medicine or the dressings? What did we do well while you stayed with us, and what should we change? How would you rate it out of ten? I am writing it down in your words, and where you are owed an answer I will see that you get it.',
        },
        asksScore: true,
      },
    ],
  },
  {
    code: 'month-satisfaction',
    name: { zh: '月度满意度回访', en: "The month's satisfaction round" },
    source: 'Every customer seen in a month, before the 10th of the next',
    trigger: { event: 'month.closed' },
    steps: [
      {
        key: 'before-the-10th',
        name: { zh: '次月10号前', en: 'Before the 10th' },
        window: { kind: 'next-month', before: 10 },
        role: 'cs_agent',
        channels: ['phone', 'wechat', 'sms'],
        purpose: 'satisfaction',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}，耽误您两分钟。您上个月来过我们这儿，想听听您的真实感受：治疗效果、医生、护士、等候时间、环境，哪一样您满意，哪一样不满意？总的来说，零到十分您给几分？谢谢您。没做好的地方，我会请负责的同事处理，处理完我再打给您确认。',
          en: 'Hello {name}, {caller} from {clinic}; may I take two minutes? You were with us last month and I would like your honest opinion: the result, the doctor, the nurses, the waiting, the rooms. What was good and what was not? All in all, from zero to ten? Thank you. What we did badly goes to the colleague who answers for it, and I will call you again to hear whether it is settled.',
        },
        sendsForm: 'satisfaction',
        asksScore: true,
      },
    ],
  },
];
