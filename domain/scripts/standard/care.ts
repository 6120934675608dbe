import { theEnd } from '../script.ts';
import type { ScriptDefinition } from '../script.ts';
import { agreeVisit, later, opening } from './opening.ts';

/** The day after: is it used, is it used rightly, does the skin or the gum bear it. */
const productUse: ScriptDefinition = {
  code: 'product-use',
  name: { zh: '产品使用第一天', en: 'Product: the first day' },
  isClinical: true,
  passages: [
    ...opening({
      zh: '看一下客户带回去的是什么、怎么用，有没有过敏记录。',
      en: 'Look up what they took home, how it is used, and whether an allergy is on record.',
    }),
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '昨天您带了产品回去，我来问问您用得顺不顺手。',
        en: 'You took a product home yesterday, and I would like to hear how you get on with it.',
      },
    },
    {
      key: 'used',
      phase: 'matter',
      text: { zh: '昨天回去用上了吗？', en: 'Have you used it yet?' },
      question: {
        name: { zh: '是否使用', en: 'Used' },
        choices: [
          { key: 'used', name: { zh: '用了', en: 'Used' }, then: 'how' },
          { key: 'not-used', name: { zh: '还没用', en: 'Not yet' }, then: 'why-not' },
        ],
      },
    },
    {
      key: 'how',
      phase: 'matter',
      text: {
        zh: '太好了。用完感觉怎么样，有没有刺痛、发红、发痒？',
        en: 'Good. How did it feel: any stinging, redness or itching?',
      },
      question: {
        name: { zh: '使用感受', en: 'How it felt' },
        choices: [
          { key: 'fine', name: { zh: '没有不舒服', en: 'Fine' }, then: 'method' },
          { key: 'irritated', name: { zh: '有刺激', en: 'Irritated' }, then: 'stop', raises: 'soon' },
        ],
      },
    },
    {
      key: 'stop',
      phase: 'matter',
      text: {
        zh: '那先停一停，用清水轻轻洗掉，别的产品也先不叠着用。要是方便，拍张照片发给我，我马上请医生看，今天给您回话。',
        en: 'Then please stop for now, rinse gently with water, and put nothing else on top. If you can, send me a picture; I will ask the doctor right away and you will hear from me today.',
      },
      then: 'message',
    },
    {
      key: 'why-not',
      phase: 'matter',
      text: {
        zh: '没关系，刚拿回去不着急。是还没空，还是用法不太清楚？',
        en: 'No hurry. Have you not had time yet, or is it not clear how to use it?',
      },
      question: {
        name: { zh: '没用的原因', en: 'Why not yet' },
        choices: [
          { key: 'no-time', name: { zh: '没空', en: 'No time' }, then: 'method' },
          { key: 'unclear', name: { zh: '不清楚用法', en: 'Not clear' }, then: 'method' },
          { key: 'worried', name: { zh: '有顾虑', en: 'Worried' }, then: 'worry' },
        ],
      },
    },
    {
      key: 'worry',
      phase: 'matter',
      text: {
        zh: '您担心的是哪方面？您说，我记下来问过医生再答复您，没弄清楚之前先不用。',
        en: 'What worries you? Tell me, and I will ask the doctor before I answer. Until then, please leave it.',
      },
    },
    {
      key: 'method',
      phase: 'matter',
      text: {
        zh: '我把用法再跟您说一遍：先在小范围试一次，没有不舒服再正常用；每次用量不用多，按医生写给您的次数来。',
        en: 'Let me go through it once more: try it on a small spot first, and if nothing happens use it normally. A little is enough; keep to how often the doctor wrote down.',
      },
    },
    {
      key: 'again',
      phase: 'appointment',
      text: {
        zh: '过几天我再问问您的感受。这中间有什么不对劲，随时找我。',
        en: 'I will ask you again in a few days. If anything seems wrong before that, call me.',
      },
    },
    {
      key: 'message',
      phase: 'message',
      text: {
        zh: '{name}您好，我是{clinic}的{caller}。使用方法我写在下面了，用的时候有刺痛或者发红就先停下，拍照发我。祝您用得顺心。',
        en: 'Hello {name}, {caller} from {clinic}. The way to use it is written below. If it stings or turns red, stop and send me a picture.',
      },
      then: theEnd,
    },
    later,
  ],
};

/** The day after any treatment. */
const aftercare: ScriptDefinition = {
  code: 'aftercare',
  name: { zh: '治疗后关怀', en: 'After a treatment' },
  isClinical: true,
  passages: [
    ...opening({
      zh: '看一下做的是什么、哪位医生、医生交代了什么，有没有过敏和忌讳。',
      en: 'Look up what was done, by whom, what the doctor asked for, allergies and taboos.',
    }),
    {
      key: 'colleague',
      phase: 'introduce_colleague',
      text: {
        zh: '{doctor}也记挂着您，让我打完电话把您的情况转告过去。',
        en: '{doctor} would like to know how you are, and I will pass on what you tell me.',
      },
    },
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '您{visitDay}做了{treatment}，想问问您现在感觉怎么样。',
        en: 'You had {treatment} {visitDay}, and I would like to hear how it feels now.',
      },
    },
    {
      key: 'feeling',
      phase: 'matter',
      text: {
        zh: '有没有疼、肿、出血，或者别的不舒服？',
        en: 'Is there any pain, swelling, bleeding, or anything else?',
      },
      question: {
        name: { zh: '治疗后感觉', en: 'How it feels' },
        choices: [
          { key: 'well', name: { zh: '挺好', en: 'Well' }, then: 'care' },
          { key: 'mild', name: { zh: '轻微不适', en: 'A little' }, then: 'mild' },
          { key: 'bad', name: { zh: '明显不适', en: 'Badly' }, then: 'bad', raises: 'urgent' },
        ],
      },
    },
    {
      key: 'mild',
      phase: 'matter',
      text: {
        zh: '您跟我说具体一点：哪个位置，什么时候开始的，是越来越轻还是越来越重？我记下来给医生看，该怎么办今天告诉您。',
        en: 'Tell me a little more: where, since when, and is it getting better or worse? I will show it to the doctor and tell you today what to do.',
      },
      then: 'care',
    },
    {
      key: 'bad',
      phase: 'matter',
      text: {
        zh: '您先别着急，这个我得马上请医生听一听。您电话别离手，我现在就去找医生，一会儿给您打回来。',
        en: 'I want a doctor to hear this at once. Please keep your telephone with you: I am going to the doctor now, and we will call you right back.',
      },
      then: 'message-bad',
    },
    {
      key: 'care',
      phase: 'matter',
      text: {
        zh: '回家要注意的那几件事，做起来有困难吗？',
        en: 'Is anything about the care at home hard to keep to?',
      },
      question: {
        name: { zh: '居家护理', en: 'Care at home' },
        choices: [
          { key: 'clear', name: { zh: '都清楚', en: 'All clear' }, then: 'service' },
          { key: 'unclear', name: { zh: '有不清楚的', en: 'Not all clear' }, then: 'explain' },
        ],
      },
    },
    {
      key: 'explain',
      phase: 'matter',
      text: {
        zh: '那我照医生写的再跟您说一遍，您听到哪里不明白就打断我。',
        en: 'Then let me read you what the doctor wrote down; stop me whenever something is not clear.',
      },
    },
    {
      key: 'service',
      phase: 'matter',
      text: {
        zh: '这次来，从进门到离开，您满意吗？满分十分，您给几分？',
        en: 'Were you content with your visit, from the door to the door? How many out of ten?',
      },
      question: {
        name: { zh: '是否满意', en: 'Content' },
        choices: [
          { key: 'content', name: { zh: '满意', en: 'Yes' }, then: 'thanks' },
          { key: 'fair', name: { zh: '一般', en: 'Fairly' }, then: 'improve' },
          { key: 'not', name: { zh: '不满意', en: 'No' }, then: 'sorry' },
        ],
      },
    },
    {
      key: 'improve',
      phase: 'matter',
      text: {
        zh: '谢谢您实话实说。哪一样我们做得更用心一点，您下次会更舒服？',
        en: 'Thank you for being open. What should we take more care of, so that you feel better next time?',
      },
      then: 'visit-booked',
    },
    {
      key: 'sorry',
      phase: 'matter',
      text: {
        zh: '对不起，让您不舒服了。您从头跟我说，我一句一句记下来，负责的同事今天会联系您。',
        en: 'I am sorry. Please tell me from the beginning; I will write it all down, and the colleague in charge will call you today.',
      },
      then: 'visit-booked',
    },
    {
      key: 'thanks',
      phase: 'matter',
      text: { zh: '谢谢您，我会转告大家。', en: 'Thank you, I will tell everybody.' },
    },
    ...agreeVisit(
      {
        zh: '您下次来的时间还没有定，我现在帮您约一个，您看哪天方便？',
        en: 'Your next visit is not arranged yet. May I find you a time: which day suits you?',
      },
      { yes: 'message', no: 'message' },
    ),
    {
      key: 'message',
      phase: 'message',
      text: {
        zh: '{name}您好，刚才跟您通电话的是{clinic}的{caller}。有任何不舒服，直接回这条消息或者打电话给我，我来找医生。好好休息。',
        en: 'Hello {name}, this is {caller} from {clinic}; we just talked. If anything feels wrong, answer here or call me, and I will get the doctor. Rest well.',
      },
      then: theEnd,
    },
    {
      key: 'message-bad',
      phase: 'message',
      text: {
        zh: '{name}您好，我是{clinic}的{caller}，已经去找医生了，请您保持电话畅通。情况加重的话不要等，直接来门诊或者去最近的急诊。',
        en: 'Hello {name}, {caller} from {clinic}: I am with the doctor now, please keep your telephone free. If it gets worse, do not wait: come to us, or go to the nearest emergency room.',
      },
      then: theEnd,
    },
    later,
  ],
};

export const careScripts: readonly ScriptDefinition[] = [productUse, aftercare];
