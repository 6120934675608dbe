import { theEnd } from '../script.ts';
import type { ScriptDefinition } from '../script.ts';
import { later, opening } from './opening.ts';

const birthday: ScriptDefinition = {
  code: 'birthday',
  name: { zh: '生日祝福', en: 'Birthday' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '只祝福，不推销。看一下称呼和忌讳，还有没有没处理完的不满。',
      en: 'Only a wish, no offer. Look up how they like to be called, taboos, and whether a complaint is open.',
    }),
    {
      key: 'wish',
      phase: 'reason',
      onlyFor: { isMinor: false },
      text: {
        zh: '今天是您的生日，{clinic}的同事们祝您生日快乐，身体健康，天天开心！',
        en: 'Today is your birthday. Everybody at {clinic} wishes you a happy day, good health and many reasons to smile!',
      },
    },
    {
      key: 'wish-child',
      phase: 'reason',
      onlyFor: { isMinor: true },
      text: {
        zh: '今天是{name}的生日，我们祝小朋友生日快乐，健康长大！',
        en: 'Today is the birthday of {name}: a happy day from all of us, and to grow up healthy!',
      },
    },
    {
      key: 'anything',
      phase: 'matter',
      text: {
        zh: '没有别的事，就是祝福一声。您最近都好吧？',
        en: 'That is all I wanted to say. Are you well?',
      },
      question: {
        name: { zh: '近况', en: 'How they are' },
        choices: [
          { key: 'well', name: { zh: '都好', en: 'Well' }, then: 'bye' },
          { key: 'wish', name: { zh: '有事要问', en: 'Has a question' }, then: 'question' },
        ],
      },
    },
    {
      key: 'question',
      phase: 'matter',
      text: {
        zh: '您说，我记下来，明天给您回话，今天您好好过生日。',
        en: 'Tell me, I will write it down and call you tomorrow. Today, enjoy your day.',
      },
    },
    {
      key: 'bye',
      phase: 'matter',
      text: { zh: '那不耽误您了，再祝您生日快乐！', en: 'Then I will let you go. Happy birthday again!' },
    },
    {
      key: 'message',
      phase: 'message',
      text: {
        zh: '{name}，生日快乐！愿您新的一岁健康平安，笑口常开。{clinic}的{caller}敬上。',
        en: 'Happy birthday, {name}! May the new year of your life be a healthy one, with much to smile about. {caller}, {clinic}',
      },
      then: theEnd,
    },
    later,
  ],
};

const referralThanks: ScriptDefinition = {
  code: 'referral-thanks',
  name: { zh: '转介绍感谢', en: 'Thanks for a referral' },
  isClinical: false,
  passages: [
    ...opening({
      zh: '看一下介绍了谁、来过没有。对方看了什么、做了什么，一个字也不能说。',
      en: 'Look up whom they sent and whether they came. Not a word about what the other was seen for.',
    }),
    {
      key: 'thanks',
      phase: 'reason',
      text: {
        zh: '您把朋友介绍给我们，这份信任我们很珍惜，专门打电话谢谢您。',
        en: 'You sent a friend to us. That trust means a lot, and I am calling only to thank you.',
      },
    },
    {
      key: 'asks',
      phase: 'matter',
      text: {
        zh: '您朋友那边，我们会像对您一样用心。您自己最近怎么样，有什么要我帮忙的吗？',
        en: 'We will take care of your friend as we do of you. And how are you? Is there anything I can do for you?',
      },
      question: {
        name: { zh: '客户回应', en: 'Their answer' },
        choices: [
          { key: 'well', name: { zh: '都好', en: 'All well' }, then: 'gift' },
          { key: 'curious', name: { zh: '打听朋友情况', en: 'Asks about the friend' }, then: 'discreet' },
          { key: 'need', name: { zh: '自己有需要', en: 'Needs something' }, then: 'need' },
        ],
      },
    },
    {
      key: 'discreet',
      phase: 'matter',
      text: {
        zh: '您这么关心朋友，真是有心。不过每位客户的情况我们都替本人保密，您的也是一样，还请您直接问问朋友。',
        en: 'It is kind of you to ask. What concerns a customer we keep to ourselves, yours as well; please ask your friend.',
      },
      then: 'gift',
    },
    {
      key: 'need',
      phase: 'matter',
      text: {
        zh: '好的，您说，我记下来。要看医生的话，我现在就帮您约个时间。',
        en: 'Please tell me, I am writing it down. If you would like to see the doctor, I can find a time right now.',
      },
    },
    {
      key: 'gift',
      phase: 'matter',
      text: {
        zh: '我们按转介绍的规定给您准备了一份谢意，您下次来的时候到前台取，或者您喜欢别的方式，也可以选。',
        en: 'By our rules for referrals there is a small thank-you for you. It waits at the desk; if you prefer another form, you may choose.',
      },
      question: {
        name: { zh: '谢意方式', en: 'Thank-you' },
        choices: [
          { key: 'desk', name: { zh: '来取', en: 'At the desk' }, then: 'bye' },
          { key: 'other', name: { zh: '换一种', en: 'Another form' }, then: 'other' },
          { key: 'none', name: { zh: '不用了', en: 'None' }, then: 'bye' },
        ],
      },
    },
    {
      key: 'other',
      phase: 'matter',
      text: {
        zh: '好，您想要哪一种？我记下来报上去，批下来就告诉您。',
        en: 'Which one would you like? I will hand it in and tell you once it is approved.',
      },
    },
    {
      key: 'bye',
      phase: 'matter',
      text: { zh: '再次谢谢您，祝您和家人都好。', en: 'Thank you again, and all the good to you and yours.' },
    },
    {
      key: 'message',
      phase: 'message',
      text: {
        zh: '{name}您好，我是{clinic}的{caller}，谢谢您的信任和介绍。有任何需要，随时找我。',
        en: 'Hello {name}, {caller} from {clinic}. Thank you for your trust and for sending your friend. Whenever you need something, I am here.',
      },
      then: theEnd,
    },
    later,
  ],
};

export const thanksScripts: readonly ScriptDefinition[] = [birthday, referralThanks];
