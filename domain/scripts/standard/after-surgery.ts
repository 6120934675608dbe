import { theEnd } from '../script.ts';
import type { ScriptDefinition } from '../script.ts';
import { agreeVisit, later, opening } from './opening.ts';

/** The seven parts of the call after an operation: greeting, recovery, result, aftercare, cautions, return visit, closing. */
const afterSurgery: ScriptDefinition = {
  code: 'after-surgery',
  name: { zh: '术后回访七部分', en: 'After surgery, in seven parts' },
  isClinical: true,
  passages: [
    ...opening({
      zh: '看一下手术日期、方式、医生，用药和换药的交代，上次电话里说过什么。',
      en: 'Look up the day and kind of the operation, the doctor, medicine and dressings, and what was said last time.',
    }),
    {
      key: 'colleague',
      phase: 'introduce_colleague',
      text: {
        zh: '给您做手术的{doctor}特地交代我跟您联系。',
        en: '{doctor}, who operated on you, asked me to get in touch.',
      },
    },
    {
      key: 'reason',
      phase: 'reason',
      text: {
        zh: '您{visitDay}做完手术，我们想知道您恢复得怎么样，耽误您几分钟。',
        en: 'You had your operation {visitDay}, and we want to know how you are recovering. It takes a few minutes.',
      },
    },
    {
      key: 'recovery',
      phase: 'matter',
      text: {
        zh: '先问问身体：有没有发烧？伤口疼不疼、有没有渗血渗液？肿是在慢慢消，还是两边不一样、越来越肿？',
        en: 'First, how is your body? Any fever? Does the wound hurt, bleed or weep? Is the swelling going down, or is one side different and growing?',
      },
      question: {
        name: { zh: '恢复情况', en: 'Recovery' },
        choices: [
          { key: 'well', name: { zh: '恢复正常', en: 'Going well' }, then: 'rest' },
          { key: 'some', name: { zh: '有些不适', en: 'Some trouble' }, then: 'some' },
          {
            key: 'danger',
            name: { zh: '发烧、渗血或加重', en: 'Fever, bleeding, worse' },
            then: 'danger',
            raises: 'urgent',
          },
        ],
      },
    },
    {
      key: 'danger',
      phase: 'matter',
      text: {
        zh: '这个情况我要马上告诉医生。您现在先不要自己处理伤口，也别自己加药，电话放在手边，医生很快会打给您。',
        en: 'I have to tell the doctor this now. Please leave the wound alone and take no extra medicine. Keep your telephone at hand; the doctor will call you very soon.',
      },
      then: 'message-danger',
    },
    {
      key: 'some',
      phase: 'matter',
      text: {
        zh: '您说说是哪里、从哪天开始、一天里什么时候明显？我原样记给医生，今天给您答复。',
        en: 'Where is it, since which day, and when in the day is it most noticeable? I will pass it on word for word, and you get an answer today.',
      },
    },
    {
      key: 'rest',
      phase: 'matter',
      text: {
        zh: '睡得怎么样，胃口好不好？心情呢，有没有一照镜子就着急？恢复期大家都要熬一熬，有担心您就跟我说。',
        en: 'How do you sleep, do you eat well? And your spirits: does the mirror worry you? This time is trying for everybody; tell me what is on your mind.',
      },
    },
    {
      key: 'result',
      phase: 'matter',
      text: {
        zh: '到现在为止，样子和您当初想的差得多吗？现在还没定型，医生会一直看着。',
        en: 'So far, is it far from what you had in mind? It has not settled yet, and the doctor keeps an eye on it.',
      },
      question: {
        name: { zh: '对效果', en: 'Result so far' },
        choices: [
          { key: 'as-hoped', name: { zh: '符合预期', en: 'As hoped' }, then: 'aftercare' },
          { key: 'waiting', name: { zh: '还看不出来', en: 'Too early' }, then: 'aftercare' },
          { key: 'worried', name: { zh: '有担心', en: 'Worried' }, then: 'worried' },
        ],
      },
    },
    {
      key: 'worried',
      phase: 'matter',
      text: {
        zh: '您的担心我听明白了，这个要医生当面看了才能说准。我先把您的话转给{doctor}，再给您约个时间来看看。',
        en: 'I hear what worries you; only the doctor can judge it, face to face. I will tell {doctor} what you said and find you a time to come.',
      },
    },
    {
      key: 'aftercare',
      phase: 'matter',
      text: {
        zh: '护理这块我跟您对一遍：药是按时吃的吧？换药、清洁按医生教的做了吗？敷料湿了、松了，及时跟我说。',
        en: 'Let us go through the care: are you taking the medicine on time? Do you clean and dress it the way the doctor showed you? If the dressing gets wet or loose, tell me.',
      },
      question: {
        name: { zh: '用药和护理', en: 'Medicine and care' },
        choices: [
          { key: 'kept', name: { zh: '都做到了', en: 'All done' }, then: 'cautions' },
          { key: 'missed', name: { zh: '有没做到的', en: 'Some missed' }, then: 'missed' },
        ],
      },
    },
    {
      key: 'missed',
      phase: 'matter',
      text: {
        zh: '没关系，从今天补上就好。是忘了，还是哪一步不好做？我陪您想个办法，漏掉的药先别自己加倍补。',
        en: 'Never mind, start again today. Did you forget, or is one step difficult? Let us find a way together. Please do not double the medicine to make up for it.',
      },
    },
    {
      key: 'cautions',
      phase: 'matter',
      text: {
        zh: '这几天还要当心：别沾烟酒，少吃辛辣，别用力揉碰，先不要剧烈运动、蒸桑拿。医生另外交代过的，按医生的来。',
        en: 'Please still take care: no smoking or drinking, nothing spicy, no rubbing, no hard exercise or sauna yet. Whatever else the doctor told you comes first.',
      },
    },
    {
      key: 'score',
      phase: 'matter',
      text: {
        zh: '到今天为止，手术和服务一起算，满分十分，您给我们几分？',
        en: 'Up to today, the operation and the service together, how many out of ten?',
      },
    },
    ...agreeVisit(
      {
        zh: '接下来该回来复查了，让医生当面看看。您这几天哪个时间方便？',
        en: 'It is time for the doctor to look at it. Which time suits you in the next days?',
      },
      { yes: 'closing', no: 'closing' },
    ),
    {
      key: 'closing',
      phase: 'appointment',
      text: {
        zh: '您说的我都记下了，会一字不落转给医生。这个电话您存一下，白天晚上觉得不对劲都可以打。好好养着，早日恢复。',
        en: 'I have written it all down and will pass it on to the doctor. Keep this number; call whenever something feels wrong. Rest well, and get well soon.',
      },
    },
    {
      key: 'message',
      phase: 'message',
      text: {
        zh: '{name}您好，我是{clinic}的{caller}。今天说好的几件事：按时吃药、按医生教的换药、到时间来复查。发烧、渗血、越来越肿，请马上打给我们。',
        en: 'Hello {name}, {caller} from {clinic}. What we agreed: medicine on time, dressings as shown, and the check-up. With fever, bleeding, or growing swelling, call us at once.',
      },
      then: theEnd,
    },
    {
      key: 'message-danger',
      phase: 'message',
      text: {
        zh: '{name}您好，我是{clinic}的{caller}，医生马上联系您。要是出血止不住、喘不上气或者高烧，请不要等，直接去最近的急诊，再告诉我们。',
        en: 'Hello {name}, {caller} from {clinic}; the doctor will call you very soon. If bleeding does not stop, you cannot breathe well, or the fever is high, go to the nearest emergency room first and then tell us.',
      },
      then: theEnd,
    },
    later,
  ],
};

export const surgeryScripts: readonly ScriptDefinition[] = [afterSurgery];
