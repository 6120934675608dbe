import type { ProtocolDefinition } from '../protocol.ts';

/** Each treatment has its own moment when the treating team should ask or remind. */
export const treatingTeamProtocols: readonly ProtocolDefinition[] = [
  {
    code: 'injection',
    name: { zh: '注射后关怀', en: 'After an injection' },
    source: 'Injection shaping and top-up, reminders of the treating team',
    trigger: { event: 'visit.closed', treatmentCategories: ['injection'] },
    steps: [
      {
        key: 'shaping',
        name: { zh: '注射后塑形', en: 'Shaping' },
        window: { kind: 'days', opensDay: 5, dueDay: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}打的针快一周了，形状基本出来了，左右对不对称？摸着有没有硬块、压痛？需要医生帮您调一调的话，这几天来最合适，我给您约。这段时间先别用力揉，也别蒸桑拿。要是皮肤发白、发紫或者疼得厉害，现在就告诉我。',
          en: 'Hello {name}, {caller} from {clinic}. It is nearly a week since your injection on {visitDay} and the shape has settled. Are both sides even? Any lump, any tender spot? If the doctor should adjust it, these days are best, and I can find you a time. Please do not rub it hard or go to a sauna yet. If the skin turns pale or purple, or hurts badly, tell me now.',
        },
        asksScore: false,
      },
      {
        key: 'top-up',
        name: { zh: '补量提醒', en: 'Top-up' },
        // From the third month to the fourth: before the effect is gone, after it can be judged.
        window: { kind: 'months', dueMonth: 4, leadDays: 30 },
        role: 'nurse',
        channels: ['wechat', 'phone'],
        purpose: 'service',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}打的针有三个多月了，现在效果还剩多少？要不要补，得医生看过才算，有的人不用补。您哪天顺路，过来让医生看看，我给您留个时间。',
          en: 'Hello {name}, {caller} from {clinic}. It is more than three months since your injection on {visitDay}. How much of the effect is left? Whether it needs a top-up only the doctor can tell, and some people need none. When are you near us? I can keep a time for you.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'scab-off',
    name: { zh: '结痂脱落回访', en: 'Scab off' },
    source: 'Scab off, reminder of the treating team (about day 7)',
    trigger: { event: 'visit.closed', treatmentCategories: ['skin'] },
    steps: [
      {
        key: 'day-7',
        name: { zh: '结痂脱落', en: 'When the scab comes off' },
        window: { kind: 'days', opensDay: 5, dueDay: 7 },
        role: 'nurse',
        channels: ['wechat', 'phone'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}做的皮肤项目，这几天痂该慢慢掉了，掉了多少？痂让它自己落，千万别抠，抠了容易留印子。新长出来的皮肤怕晒，出门记得防晒。有没有发红发痒、起水泡？方便的话拍张照片发给我，我请医生看看。',
          en: 'Hello {name}, {caller} from {clinic}. After your skin treatment on {visitDay} the scabs should be coming off about now. How far is it? Let them fall by themselves; picking leaves marks. New skin burns easily, so protect it from the sun. Any redness, itching, or blisters? If you like, send me a picture and I will show it to the doctor.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'filling',
    name: { zh: '补牙后回访', en: 'After a filling' },
    source: 'Filling, reminder of the treating team',
    trigger: { event: 'visit.closed', treatmentCategories: ['filling'] },
    steps: [
      {
        key: 'within-3-days',
        name: { zh: '补牙后3天内', en: 'Within 3 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 3 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}补的牙，咬东西高不高？遇冷遇热疼不疼？头几天有点酸是常见的，要是咬着硌得慌，或者半夜自己疼起来，就得回来磨一磨、查一查，我给您安排。这几天先别用那边咬太硬的。',
          en: 'Hello {name}, {caller} from {clinic}. The tooth we filled on {visitDay}: does it feel too high when you bite? Does hot or cold hurt? A little soreness is usual in the first days. If it is in the way, or hurts by itself at night, it should be adjusted and looked at, and I will arrange that. Please nothing very hard on that side yet.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'extraction',
    name: { zh: '拔牙后回访', en: 'After an extraction' },
    source: 'Extraction, reminder of the treating team',
    trigger: { event: 'visit.closed', treatmentCategories: ['extraction'] },
    steps: [
      {
        key: 'within-2-days',
        name: { zh: '拔牙后2天内', en: 'Within 2 days' },
        window: { kind: 'days', opensDay: 1, dueDay: 2 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}拔了牙，血止住了吗？嘴张得开吗？有没有发烧？这两天吃温凉、软一点的，别吸吮伤口，别抽烟喝酒，药按时吃。要是血一直渗，或者过了两三天反而越来越疼，别忍着，马上打给我们。',
          en: 'Hello {name}, {caller} from {clinic}. You had a tooth out on {visitDay}. Has the bleeding stopped? Can you open your mouth? Any fever? For now eat soft and lukewarm things, do not suck at the wound, no smoking or drinking, and take the medicine on time. If it keeps bleeding, or the pain gets worse after two or three days, do not wait; call us.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'crown-fitted',
    name: { zh: '戴牙后回访', en: 'After a crown was fitted' },
    source: 'Crown fitted, reminder of the treating team',
    trigger: { event: 'visit.closed', treatmentCategories: ['prosthetics'] },
    steps: [
      {
        key: 'within-1-week',
        name: { zh: '戴牙后1周内', en: 'Within 1 week' },
        window: { kind: 'days', opensDay: 3, dueDay: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您{visitDay}戴上的牙，用了几天习惯了吗？咬合高不高，塞不塞牙，磨不磨牙龈？样子、颜色您满意吗？哪里不合适我们都可以调，不用将就。每天刷牙的时候，牙龈边上也要照顾到。',
          en: 'Hello {name}, {caller} from {clinic}. The tooth we fitted on {visitDay}: are you used to it? Is the bite too high, does food get caught, does it rub the gum? Are you happy with its shape and colour? We can adjust whatever does not fit; please do not put up with it. And when you brush, give the edge of the gum its share.',
        },
        asksScore: false,
      },
    ],
  },
  {
    code: 'course-finished',
    name: { zh: '疗程结束回访', en: 'After a course' },
    source: 'Course finished, within 1 week',
    trigger: { event: 'course.finished' },
    steps: [
      {
        key: 'within-1-week',
        name: { zh: '结束后1周内', en: 'Within 1 week' },
        window: { kind: 'days', opensDay: 1, dueDay: 7 },
        role: 'nurse',
        channels: ['phone', 'wechat'],
        purpose: 'medical',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。您的疗程都做完了，谢谢您一次次抽空过来。跟开始的时候比，变化您看得出来吗？达到您想要的了没有？现在有没有不舒服？回家怎么保养，我再跟您说一遍。整个疗程，满分十分您给几分？',
          en: 'Hello {name}, {caller} from {clinic}. Your course is complete; thank you for coming so faithfully. Do you see a difference from the start, and is it what you wanted? Is anything uncomfortable now? Let me go through the care at home once more. For the whole course, how many out of ten?',
        },
        asksScore: true,
      },
    ],
  },
  {
    code: 'product-sold',
    name: { zh: '产品使用回访', en: 'After buying a product' },
    source: 'Product sold, next day',
    trigger: { event: 'product.sold' },
    steps: [
      {
        key: 'next-day',
        name: { zh: '次日', en: 'Next day' },
        window: { kind: 'days', opensDay: 1, dueDay: 1 },
        role: 'nurse',
        channels: ['wechat', 'phone'],
        purpose: 'service',
        script: {
          zh: '{name}您好，我是{clinic}的{caller}。昨天您带回去的产品用上了吗？用量和先后顺序清楚吗，要不要我再讲一遍？用完皮肤或牙龈有没有刺痛、发红？有的话先停一停，告诉我。过几天我再问问您效果。',
          en: 'Hello {name}, {caller} from {clinic}. Have you tried what you took home yesterday? Is it clear how much to use and in which order, or shall I explain again? Did skin or gums sting or turn red? Then stop for now and tell me. I will ask you in a few days how it works for you.',
        },
        scriptCode: 'product-use',
        asksScore: false,
      },
    ],
  },
];
