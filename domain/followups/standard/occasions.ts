import type { ProtocolDefinition } from '../protocol.ts';

/** What a single moment calls for: a birthday, a cancelled or missed hour, an unhappy answer, a colleague's reminder. */
export const occasionProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'birthday',
    name: { zh: '生日祝福', en: 'Birthday' },
    source: 'Birthday greeting',
    trigger: { event: 'birthday' },
    steps: [
      {
        key: 'on-the-day',
        name: { zh: '生日当天', en: 'On the day' },
        window: { kind: 'days', opensDay: 0, dueDay: 0 },
        anyDay: true,
        role: 'cs_agent',
        channels: ['wechat', 'sms', 'phone'],
        purpose: 'service',
        script: {
          zh: '{name}，今天是您的生日，{clinic}的{caller}和同事们祝您生日快乐，身体健康，天天笑得开心！',
          en: 'Dear {name}, today is your birthday. {caller} and everybody at {clinic} wish you a happy day, good health, and many reasons to smile!',
        },
        scriptCode: 'birthday',
        asksScore: false,
      },
    ],
  },
  {
    code: 'appointment-cancelled',
    name: { zh: '取消预约回访', en: 'Appointment cancelled' },
    source: 'Cancelled appointment, within 15 minutes',
    trigger: { event: 'appointment.cancelled' },
    steps: [
      {
        key: 'within-15-minutes',
        name: { zh: '15分钟内', en: 'Within 15 minutes' },
        window: { kind: 'after', opensHours: 0, dueHours: 0.25 },
        until: 'booked',
        anyDay: true,
        role: 'front_desk',
        channels: ['phone', 'wechat'],
        purpose: 'service',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。看到您取消了预约，没什么要紧事吧？是时间不合适，还是别的原因？我帮您换个时间，您看这周哪天、上午还是下午好？要是哪里我们没做好，您也跟我说一声。',
          en: 'Hello {name}, {caller} from {clinic}. I see that you cancelled your appointment; I hope all is well. Was it the time, or something else? I can offer you another one: which day this week, morning or afternoon? And if it was something we did, please tell me.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'appointment-missed',
    name: { zh: '爽约回访', en: 'Appointment missed' },
    source: 'Missed appointment, the same day within 2 hours',
    trigger: { event: 'appointment.missed' },
    steps: [
      {
        key: 'within-2-hours',
        name: { zh: '2小时内', en: 'Within 2 hours' },
        window: { kind: 'after', opensHours: 0, dueHours: 2 },
        until: 'booked',
        role: 'front_desk',
        channels: ['phone', 'wechat'],
        purpose: 'service',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。今天约好的时间没见到您，您一切都好吧？是临时有事，还是路上不方便？没关系，我帮您重新约一个时间，您看这周哪天、上午还是下午好？到前一天我再提醒您一声。',
          en: 'Hello {name}, {caller} from {clinic}. We expected you today and did not see you; I hope all is well. Did something come up, or was it the way here? Never mind: let me find you another time. Which day this week, morning or afternoon? I will remind you the day before.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'satisfaction-low',
    name: { zh: '不满意客户回访', en: 'After a low score' },
    source: 'Low satisfaction, within 48 hours',
    trigger: { event: 'satisfaction.low' },
    steps: [
      {
        key: 'within-48h',
        name: { zh: '48小时内', en: 'Within 48 hours' },
        window: { kind: 'after', opensHours: 0, dueHours: 48 },
        role: 'cs_supervisor',
        channels: ['phone', 'visit'],
        purpose: 'complaint',
        script: {
          zh: '{name}您好，我是{clinic}的客服主管{caller}。您对我们不满意，我先向您道歉。能不能请您从头跟我说说是怎么回事？我边听边记，不打断您。……我复述一遍，您看对不对。您希望我们怎么解决？我跟医生商量，最晚什么时候给您答复，我们现在说定，到时间我亲自打给您。',
          en: 'Hello {name}, I am {caller}, in charge of customer service at {clinic}. You were not content with us, and I am sorry. Would you tell me from the beginning what happened? I will listen and take notes. … Let me repeat it, to see whether I got it right. What would settle it for you? I will talk to the doctor; let us agree by when you hear from me, and I will call you myself.',
        },
        asksScore: true,
      },
    ],
  },
  {
    code: 'reminder',
    name: { zh: '回访提醒', en: 'Reminder' },
    source: 'Any member can set a follow-up reminder for a colleague',
    trigger: { event: 'manual' },
    steps: [
      {
        key: 'on-the-day',
        name: { zh: '到期当天', en: 'On its day' },
        window: { kind: 'days', opensDay: 0, dueDay: 0 },
        anyDay: true,
        role: 'cs_agent',
        channels: ['phone', 'wechat'],
        purpose: 'service',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。之前和您说好今天联系您，现在方便说话吗？',
          en: 'Hello {name}, {caller} from {clinic}. We had agreed that I would get in touch today. Is this a good moment?',
        },
        asksScore: false,
      },
    ],
  },
];
