import { theEnd } from '../script.ts';
import type { Passage, ScriptDefinition } from '../script.ts';
import { agreeVisit, later, opening } from './opening.ts';

/** Whoever does not want to be called hears no second question. */
const noThanks: Passage = {
  key: 'no-thanks',
  phase: 'appointment',
  text: {
    zh: '明白了，这次就不打扰您。以后有需要，您随时找我。祝您一切顺利。',
    en: 'I understand, and will not press you. Whenever you need something, call me. All the good to you.',
  },
  then: theEnd,
};

/** After an invitation: what was said, and on agreement the address (C9). */
const summary: Passage = {
  key: 'message',
  phase: 'message',
  text: {
    zh: '{name}您好，我是{clinic}的{caller}。今天聊的要点我整理在下面，您慢慢看，有问题直接回我。',
    en: 'Hello {name}, {caller} from {clinic}. Below is what we talked about today. Take your time, and write to me with any question.',
  },
  then: theEnd,
};
const address: Passage = {
  key: 'message-address',
  phase: 'message',
  text: {
    zh: '{name}您好，我是{clinic}的{caller}。时间给您留好了，地址和路线发在下面。到门口说一声我的名字，我来接您。',
    en: 'Hello {name}, {caller} from {clinic}. Your time is reserved; the address and the way are below. Ask for me at the door, and I will come and meet you.',
  },
  then: theEnd,
};

const eyeArea: ScriptDefinition = {
  code: 'eye-area',
  name: { zh: '眼周邀约', en: 'Eye-area invitation' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '看一下客户以前问过什么、做过什么，有没有忌讳；方便的时段再打。',
      en: 'Look up what they asked for and had before, and their taboos; call in their hours.',
    }),
    {
      key: 'colleague',
      phase: 'introduce_colleague',
      text: {
        zh: '我和{colleague}一起照顾您这边的事。',
        en: 'I look after you together with {colleague}.',
      },
    },
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '最近我们有眼周护理的面诊时间，想起您以前关心过，来问问您。',
        en: 'We have some hours for looking at the eye area, and remembered that you had asked about it.',
      },
    },
    {
      key: 'concern',
      phase: 'matter',
      text: {
        zh: '您现在照镜子，眼周最在意的是哪一点？',
        en: 'When you look in the mirror, what about your eyes do you mind most?',
      },
      question: {
        name: { zh: '眼周在意的', en: 'What matters' },
        choices: [
          { key: 'lines', name: { zh: '细纹', en: 'Fine lines' }, then: 'lines' },
          { key: 'dark', name: { zh: '黑眼圈', en: 'Dark circles' }, then: 'dark' },
          { key: 'bags', name: { zh: '浮肿眼袋', en: 'Puffiness' }, then: 'bags' },
          { key: 'nothing', name: { zh: '不需要', en: 'Nothing' }, then: 'no-thanks' },
        ],
      },
    },
    {
      key: 'lines',
      phase: 'matter',
      text: {
        zh: '细纹有的是干出来的，有的是表情带出来的，办法不一样。',
        en: 'Some lines come from dry skin and some from expressions, and each asks for something else.',
      },
      then: 'look',
    },
    {
      key: 'dark',
      phase: 'matter',
      text: {
        zh: '黑眼圈要先分清是色素、血管还是凹陷的影子，分清了再说怎么办。',
        en: 'Dark circles can be pigment, vessels, or a shadow; that has to be told apart first.',
      },
      then: 'look',
    },
    {
      key: 'bags',
      phase: 'matter',
      text: {
        zh: '有的只是水肿，休息好就消；有的不一样，得医生摸一摸才知道。',
        en: 'Sometimes it is only water and goes with a good rest; sometimes not, and the doctor has to feel it.',
      },
      then: 'look',
    },
    {
      key: 'look',
      phase: 'matter',
      text: {
        zh: '电话里我说不准，适不适合您，要医生当面看了才算。看了不做也没关系，费用、恢复时间都会先跟您讲清楚。',
        en: 'I cannot tell on the telephone; whether something suits you the doctor says when you are here. You need not decide on anything, and you will know the cost and the days of recovery beforehand.',
      },
    },
    ...agreeVisit(
      {
        zh: '您平时哪天比较空？我帮您留一个不用久等的时间。',
        en: 'Which days are you usually free? I can keep a time for you without a long wait.',
      },
      { yes: 'message-address', no: 'message' },
    ),
    summary,
    address,
    noThanks,
    later,
  ],
};

const noDeal: ScriptDefinition = {
  code: 'no-deal',
  name: { zh: '咨询未成交', en: 'Consultation without a deal' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '看一下咨询了什么、报过的方案、为什么没定；带着答案打这个电话。',
      en: 'Look up what was asked, what was offered, and why it was left open; have the answer ready.',
    }),
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '您{visitDay}来咨询过，走的时候说再想想，我来听听您想得怎么样了。',
        en: 'You came for advice {visitDay} and wanted to think about it. I would like to hear where you are.',
      },
    },
    {
      key: 'holding-back',
      phase: 'matter',
      text: {
        zh: '现在让您拿不定主意的，主要是哪方面？',
        en: 'What is it, mostly, that keeps you from deciding?',
      },
      question: {
        name: { zh: '未成交原因', en: 'What holds back' },
        choices: [
          { key: 'result', name: { zh: '担心效果', en: 'The result' }, then: 'result' },
          { key: 'pain', name: { zh: '怕疼、恢复期', en: 'Pain, recovery' }, then: 'pain' },
          { key: 'cost', name: { zh: '费用', en: 'The cost' }, then: 'cost' },
          { key: 'family', name: { zh: '家人意见', en: 'The family' }, then: 'family' },
          { key: 'time', name: { zh: '没时间', en: 'No time' }, then: 'time' },
          { key: 'elsewhere', name: { zh: '已在别处做', en: 'Went elsewhere' }, then: 'elsewhere' },
        ],
      },
    },
    {
      key: 'result',
      phase: 'matter',
      text: {
        zh: '您这个担心很正常。每个人底子不一样，能做到哪一步、做不到哪一步，我请医生当面跟您说实话。',
        en: 'That is only natural. Everybody is different; the doctor will tell you honestly what can be reached and what cannot.',
      },
      then: 'visit-booked',
    },
    {
      key: 'pain',
      phase: 'matter',
      text: {
        zh: '疼不疼、要休息几天，我不跟您说虚的。做的时候会怎么处理，恢复期一天天是什么样，让医生给您讲，您再决定。',
        en: 'I will not talk it down. Let the doctor explain what is done about pain, and what recovery looks like day by day; then you decide.',
      },
      then: 'visit-booked',
    },
    {
      key: 'cost',
      phase: 'matter',
      text: {
        zh: '理解，花钱是要想清楚。方案可以分步做，先做要紧的；每一步多少钱，我列好给您看，不会临时加。',
        en: 'I understand. It can be done in steps, the pressing one first. I will write down what each step costs, with nothing added later.',
      },
      then: 'visit-booked',
    },
    {
      key: 'family',
      phase: 'matter',
      text: {
        zh: '家里人关心您，这是好事。您可以请他们一起来听听，有什么疑问当面问医生。',
        en: 'It is good that they care. Bring them along if you like, and let them ask the doctor themselves.',
      },
      then: 'visit-booked',
    },
    {
      key: 'time',
      phase: 'matter',
      text: {
        zh: '不急，您先忙。您大概什么时候能空下来？我到那时候再联系您，也可以先留个周末的时间。',
        en: 'There is no hurry. When will you have more time? I can call you then, or keep a time at a weekend.',
      },
      then: 'visit-booked',
    },
    {
      key: 'elsewhere',
      phase: 'matter',
      text: {
        zh: '好的，谢谢您告诉我。方便说说是哪一点让您选了别家吗？我们想做得更好。以后有需要，还是欢迎您来。',
        en: 'Thank you for telling me. May I ask what made you choose them? We would like to learn from it. You are always welcome here.',
      },
      then: theEnd,
    },
    ...agreeVisit(
      {
        zh: '要不要再来一趟，我请医生把您刚才问的当面说清楚？您哪天方便？',
        en: 'Would you like to come again, so that the doctor can answer this in person? Which day is good?',
      },
      { yes: 'message-address', no: 'message' },
    ),
    summary,
    address,
    later,
  ],
};

const depositUntreated: ScriptDefinition = {
  code: 'deposit-untreated',
  name: { zh: '定金未治疗', en: 'Deposit paid, not treated' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '看一下定金是哪天交的、为哪个项目、上次为什么没定时间。',
      en: 'Look up when the deposit was paid, for what, and why there is no date yet.',
    }),
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '您的定金我们一直给您留着，治疗的日子还没定，我来问问您的安排。',
        en: 'We are keeping your deposit for you. There is no date yet, so I wanted to ask how it looks for you.',
      },
    },
    {
      key: 'why',
      phase: 'matter',
      text: {
        zh: '是最近时间不凑巧，还是心里有点顾虑？',
        en: 'Is it the time, or is something worrying you?',
      },
      question: {
        name: { zh: '为什么还没来', en: 'Why not yet' },
        choices: [
          { key: 'time', name: { zh: '时间不合适', en: 'The time' }, then: 'time' },
          { key: 'worry', name: { zh: '有顾虑', en: 'A worry' }, then: 'worry' },
          { key: 'health', name: { zh: '身体原因', en: 'Health' }, then: 'health' },
          { key: 'refund', name: { zh: '想退定金', en: 'Wants it back' }, then: 'refund' },
        ],
      },
    },
    {
      key: 'time',
      phase: 'matter',
      text: {
        zh: '没关系，我们按您的时间来。先定一个大概的日子，到时候要改也可以改。',
        en: 'That is fine, we go by your time. Let us settle on a rough date; it can still be moved.',
      },
      then: 'visit-booked',
    },
    {
      key: 'worry',
      phase: 'matter',
      text: {
        zh: '您直说，我听着。医疗上的事我请医生给您打过去解释，您放下心再来。',
        en: 'Please say it, I am listening. For what is medical I will have the doctor call you, so that you come with a quiet mind.',
      },
      then: 'visit-booked',
    },
    {
      key: 'health',
      phase: 'matter',
      text: {
        zh: '那身体要紧，先把身体养好。我把情况告诉医生，什么时候适合做，听医生的。',
        en: 'Your health comes first. I will tell the doctor, who says when the time is right.',
      },
      then: 'message',
    },
    {
      key: 'refund',
      phase: 'matter',
      text: {
        zh: '好的，我不劝您。您的意思我今天就报给负责的同事，照约定办，几天内有结果我会告诉您。',
        en: 'I see, and will not talk you out of it. I will pass it on today to the colleague in charge; it goes by what was agreed, and I will tell you the outcome.',
      },
      then: 'message',
    },
    ...agreeVisit(
      {
        zh: '那我们定个日子？您看下周哪天、上午还是下午？',
        en: 'Shall we settle on a day? Which one next week, morning or afternoon?',
      },
      { yes: 'message-address', no: 'message' },
    ),
    summary,
    address,
    later,
  ],
};

const sleeping: ScriptDefinition = {
  code: 'sleeping',
  name: { zh: '沉睡客户唤醒', en: 'Sleeping customer' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '看一下上次来是什么时候、做了什么、有没有不愉快，还有哪些问题没处理。',
      en: 'Look up the last visit, what was done, whether anything went wrong, and what is still open.',
    }),
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '好久没见您了，没有别的意思，就是问候一声，看看您一切好不好。',
        en: 'We have not seen you for a long time. I am only calling to ask how you are.',
      },
    },
    {
      key: 'how',
      phase: 'matter',
      text: {
        zh: '上次来过以后，您觉得怎么样？',
        en: 'How have you been since your last visit?',
      },
      question: {
        name: { zh: '上次之后', en: 'Since the last visit' },
        choices: [
          { key: 'well', name: { zh: '挺好', en: 'Well' }, then: 'check' },
          { key: 'problem', name: { zh: '有点问题', en: 'Some trouble' }, then: 'problem' },
          { key: 'unhappy', name: { zh: '有不愉快', en: 'Not happy' }, then: 'unhappy' },
          { key: 'moved', name: { zh: '搬走了', en: 'Moved away' }, then: 'moved' },
          { key: 'no', name: { zh: '不想被联系', en: 'No calls' }, then: 'no-thanks' },
        ],
      },
    },
    {
      key: 'problem',
      phase: 'matter',
      text: {
        zh: '谢谢您告诉我。这个别拖，来一趟让医生看看，要不要处理医生会跟您说。',
        en: 'Thank you for telling me. Please do not put it off; let the doctor look at it and say whether anything needs doing.',
      },
      then: 'visit-booked',
    },
    {
      key: 'unhappy',
      phase: 'matter',
      text: {
        zh: '对不起，当时没照顾好您。您愿意跟我说说吗？我记下来，请负责的同事亲自给您回话。',
        en: 'I am sorry that we did not look after you well. Would you tell me? I will write it down, and the colleague in charge will call you.',
      },
      then: theEnd,
    },
    {
      key: 'moved',
      phase: 'matter',
      text: {
        zh: '这样啊，那祝您在新地方一切顺利。病历您要是用得着，跟我说，我帮您办。',
        en: 'I see; all the good in your new place. If you need your records there, tell me and I will arrange it.',
      },
      then: theEnd,
    },
    {
      key: 'check',
      phase: 'matter',
      text: {
        zh: '那就好。隔了这么久，可以来做个检查，没事图个安心，有小问题也好早点知道。',
        en: 'I am glad. After so long you could come for a check: if all is well you know it, and if not you know it early.',
      },
    },
    ...agreeVisit(
      {
        zh: '您看哪天顺路，我给您留个时间？',
        en: 'When are you near us? I can keep a time for you.',
      },
      { yes: 'message-address', no: 'message' },
    ),
    summary,
    address,
    noThanks,
    later,
  ],
};

export const invitationScripts: readonly ScriptDefinition[] = [eyeArea, noDeal, depositUntreated, sleeping];
