import type { FormDefinition } from '../form.ts';
import { asked, choice, recommend, required, score, text, words } from './parts.ts';

const likeExpected: [ReturnType<typeof words>, ReturnType<typeof words>] = [
  words('差很多', 'Far from it'),
  words('完全符合', 'Just so'),
];

/** D3: result, recovery, state of mind, suggestions, and whether they would recommend us. */
export const postOperative: FormDefinition = {
  code: 'post-operative',
  kind: 'post_operative',
  name: words('术后情况表', 'Post-operative form'),
  title: words('您恢复得怎么样？', 'How are you recovering?'),
  readBy: words(
    '您的医生、护士和客服会看到您的回答。',
    'Your doctor, nurses and customer service read your answers.',
  ),
  thanks: words(
    '谢谢您。医护会看您的回答；如有不适加重，请直接打电话给我们。',
    'Thank you. Your nurses will read this; if anything gets worse, please call us at once.',
  ),
  categories: ['surgery', 'implant', 'extraction', 'injection', 'skin'],
  questions: [
    required(
      score(
        'result',
        words('到现在为止，和您的期望相比怎么样？', 'So far, is it what you expected?'),
        likeExpected,
      ),
    ),
    choice('improvement', 'choice', words('比之前有改善吗？', 'Is it better than before?'), {
      much: ['明显改善', 'Much better'],
      some: ['有一些', 'Somewhat'],
      same: ['没有变化', 'The same'],
      worse: ['变差了', 'Worse'],
      early: ['还看不出来', 'Too early to tell'],
    }),
    choice('rest', 'choice', words('这几天休息得好吗？', 'Do you rest well?'), {
      well: ['好', 'Well'],
      badly: ['睡不好', 'I sleep badly'],
      working: ['没怎么休息', 'I hardly rest'],
    }),
    choice('care', 'choice', words('护理要求都能做到吗？', 'Can you follow what you were told to do?'), {
      all: ['都做到了', 'All of it'],
      partly: ['一部分', 'Some of it'],
      unclear: ['不太清楚要做什么', 'I am not sure what to do'],
    }),
    required(
      score('comfort', words('现在疼吗？', 'Is there pain now?'), [
        words('非常疼', 'The worst pain'),
        words('不疼', 'No pain'),
      ]),
    ),
    required(
      choice('swelling', 'choice', words('肿胀怎么样？', 'What about the swelling?'), {
        none: ['不肿', 'None'],
        less: ['在消退', 'Going down'],
        same: ['没有变化', 'The same'],
        more: ['越来越肿', 'Getting worse', 'red-flag'],
      }),
    ),
    required(
      choice('complications', 'choices', words('有下面的情况吗？', 'Do you notice any of these?'), {
        none: ['都没有', 'None of them'],
        fever: ['发热', 'Fever', 'red-flag'],
        bleeding: ['出血不止', 'Bleeding that does not stop', 'red-flag'],
        pus: ['流脓或有异味', 'Pus or a bad smell', 'red-flag'],
        numb: ['麻木一直不退', 'Numbness that stays', 'red-flag'],
        rash: ['红疹或瘙痒', 'A rash or itching', 'red-flag'],
        vision: ['看东西模糊', 'Blurred sight', 'red-flag'],
      }),
    ),
    asked(text('complication-words', words('请说说是什么时候开始的', 'Please tell us when it began')), {
      question: 'complications',
      anyOf: ['fever', 'bleeding', 'pus', 'numb', 'rash', 'vision'],
    }),
    asked(
      {
        ...text('pictures', words('方便的话，请拍张照片给医生看', 'If you can, take a photo for the doctor')),
        kind: 'photo',
      },
      {
        question: 'complications',
        anyOf: ['fever', 'bleeding', 'pus', 'numb', 'rash', 'vision'],
      },
    ),
    choice('medicine', 'choice', words('药按时用了吗？', 'Do you take your medicine as told?'), {
      yes: ['按时', 'Yes'],
      sometimes: ['有时忘记', 'I sometimes forget'],
      stopped: ['自己停了', 'I stopped'],
      none: ['没有开药', 'There is none'],
    }),
    choice('mood', 'choice', words('您现在的心情？', 'How do you feel about it?'), {
      calm: ['放心', 'At ease'],
      uneasy: ['有点担心', 'A little worried'],
      worried: ['很焦虑', 'Very worried'],
    }),
    recommend,
    text('suggestions', words('您对我们有什么建议？', 'What would you suggest to us?')),
  ],
};
