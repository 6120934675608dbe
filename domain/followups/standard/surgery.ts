import type { ProtocolDefinition } from '../protocol.ts';

/** The nursing team looks after its operations for a month. */
export const surgeryProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'surgery',
    name: { zh: '术后回访', en: 'After surgery' },
    source: 'Surgery, within 3 days, 1 week, 1 month',
    trigger: { event: 'visit.closed', treatmentCategories: ['surgery'] },
    steps: [
      {
        key: 'within-3-days',
        name: { zh: '术后3天内', en: 'Within 3 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 3 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的护士{caller}。您{visitDay}做的手术，这两天恢复得怎么样？伤口有没有渗血、发热？疼得睡不着吗？药是按时吃的吧？肿一点是正常的，要是一边明显更肿、越来越疼，或者发烧，请马上告诉我，我立刻找医生。到今天为止，满分十分，您给我们几分？',
          en: 'Hello {name}, this is nurse {caller} from {clinic}. How are you recovering from your operation on {visitDay}? Is the wound bleeding or hot? Does pain keep you awake? Are you taking the medicine on time? A little swelling is normal; if one side swells much more, the pain grows, or you have a fever, tell me and I will get the doctor at once. So far, how would you rate us out of ten?',
        },
        scriptCode: 'after-surgery',
        asksScore: true,
      },
      {
        key: 'within-1-week',
        name: { zh: '术后1周内', en: 'Within 1 week' },
        window: { kind: 'days', opensDay: 4, dueDay: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的护士{caller}。手术快一周了，肿消下去一些没有？伤口干不干净，有没有按医生说的护理？这几天心情怎么样？恢复期看着不好看是常有的事，别着急，担心什么就跟我说。复查的时间我和您对一下。到目前您给几分，满分十分？',
          en: 'Hello {name}, nurse {caller} from {clinic}. It is nearly a week now. Is the swelling going down? Is the wound clean, and does the care at home work out? How are your spirits? Most people do not like the mirror at this stage, and that passes; tell me what worries you. Let us check the time of your next examination. And up to now, out of ten?',
        },
        scriptCode: 'after-surgery',
        asksScore: true,
      },
      {
        key: 'at-1-month',
        name: { zh: '术后1个月', en: 'At 1 month' },
        window: { kind: 'months', dueMonth: 1, leadDays: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的护士{caller}。手术满一个月了，现在的样子和您当初想的一样吗？还有没有麻木、发硬或者别的不舒服？要是方便，请您来让医生看一眼，我帮您约个时间。效果和服务一起算，您给几分？愿不愿意让身边的人也来找我们？',
          en: 'Hello {name}, nurse {caller} from {clinic}. A month has passed. Is the result what you had hoped for? Is anything still numb, hard, or uncomfortable? The doctor would like to have a look; may I find you a time? Result and service together, how many out of ten, and would you send somebody you know to us?',
        },
        scriptCode: 'after-surgery',
        asksScore: true,
      },
    ],
  },
  {
    code: 'stitches-out',
    name: { zh: '拆线提醒', en: 'Stitches out' },
    source: 'Stitches out, reminder of the treating team (day 7 unless the doctor says otherwise)',
    trigger: { event: 'visit.closed', treatmentCategories: ['surgery', 'extraction'] },
    steps: [
      {
        key: 'day-7',
        name: { zh: '第7天拆线', en: 'Day 7' },
        window: { kind: 'days', opensDay: 5, dueDay: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat', 'sms'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}缝的线差不多该拆了，提醒您一声。哪天来方便？我给您排个时间，拆线很快的。来之前伤口别沾脏水，线头别自己扯。医生要是跟您说过不用拆，或者另外定了日子，就按医生的来。',
          en: 'Hello {name}, {caller} from {clinic}. The stitches from {visitDay} are about ready to come out. Which day suits you? It does not take long. Until then keep the wound clean and please do not pull at the threads. If the doctor told you that they need not be taken out, or named another day, keep to that.',
        },
        asksScore: false,
      },
    ],
  },
];
