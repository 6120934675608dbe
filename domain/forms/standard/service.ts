import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { FormDefinition, Question } from '../form.ts';
import { asked, choice, overall, readByClinic, required, score, text, whatWasWrong, words } from './parts.ts';

/** D1: filled in before the customer leaves, and filed by what was done. */
function serviceForm(
  code: string,
  name: [string, string],
  categories: TreatmentCategory[],
  own: readonly Question[],
): FormDefinition {
  return {
    code,
    kind: 'service',
    name: words(`医后客户服务表（${name[0]}）`, `Service form: ${name[1]}`),
    title: words('离开前的几个问题', 'Before you leave'),
    readBy: readByClinic,
    thanks: words(
      '谢谢您，请慢走。有不舒服随时联系我们。',
      'Thank you. Call us at any time if something is not right.',
    ),
    categories,
    questions: [
      required(
        choice('explained', 'choices', words('下面这些都讲过了吗？', 'Was all of this explained to you?'), {
          'what-was-done': ['今天做了什么', 'What was done today'],
          'at-home': ['回家怎样护理', 'What to do at home'],
          signs: ['哪些情况要马上联系', 'When to call at once'],
          next: ['下次什么时候来', 'When to come next'],
          costs: ['费用明细', 'What it cost'],
        }),
      ),
      ...own,
      score('comfort', words('今天的过程舒服吗？', 'How comfortable was it today?'), [
        words('很难受', 'Very unpleasant'),
        words('很舒服', 'Very comfortable'),
      ]),
      { ...overall, title: words('您对今天的服务满意吗？', 'How content are you with today?') },
      ...whatWasWrong,
      text('next-wish', words('下次希望我们注意什么？', 'What should we mind next time?')),
    ],
  };
}

const numbness = choice(
  'numbness',
  'choice',
  words('麻木感消失前不能咬东西，您知道了吗？', 'Do you know not to chew until the numbness is gone?'),
  {
    yes: ['知道', 'Yes'],
    no: ['没人说过', 'Nobody said so'],
    none: ['没有麻木', 'Nothing is numb'],
  },
);
const biteFeels = choice('bite', 'choice', words('现在咬合感觉怎么样？', 'How does your bite feel now?'), {
  even: ['正常', 'As it was'],
  high: ['有点高', 'Something is too high'],
  unsure: ['还感觉不出来', 'I cannot tell yet'],
});
const whereFeels = (area: Question['area']): Question =>
  asked(
    { ...text('where', words('哪里不舒服？', 'Where does it not feel right?')), kind: 'map', area },
    { question: 'bite', anyOf: ['high'] },
  );
const homeCare = choice(
  'home-care',
  'choice',
  words('居家护理用品怎么用，清楚吗？', 'Is it clear how to use what you take home?'),
  {
    yes: ['清楚', 'Clear'],
    partly: ['还有疑问', 'Not all of it'],
    none: ['没有带', 'I take nothing home'],
  },
);
const looks = choice(
  'looks',
  'choice',
  words('离开前照过镜子吗？', 'Did you look in the mirror before leaving?'),
  {
    content: ['看了，没问题', 'Yes, it looks fine'],
    question: ['看了，想再问问', 'Yes, and I have a question'],
    no: ['没有', 'No'],
  },
);
const stitches = choice(
  'return-date',
  'choice',
  words('复诊的日子约好了吗？', 'Is the day of your return agreed?'),
  {
    yes: ['约好了', 'Yes'],
    later: ['之后再约', 'Later'],
    unknown: ['没人提', 'Nobody mentioned it'],
  },
);

export const serviceForms: readonly FormDefinition[] = [
  serviceForm(
    'service-dental',
    ['口腔治疗', 'dental'],
    ['filling', 'extraction', 'cleaning', 'other'],
    [numbness, biteFeels, whereFeels('tooth')],
  ),
  serviceForm(
    'service-restoration',
    ['种植与修复', 'implants and crowns'],
    ['implant', 'prosthetics'],
    [numbness, biteFeels, whereFeels('tooth'), stitches],
  ),
  serviceForm('service-orthodontics', ['正畸', 'orthodontics'], ['orthodontics'], [homeCare, stitches]),
  serviceForm(
    'service-children',
    ['儿童口腔', 'children'],
    ['children'],
    [
      choice('child', 'choice', words('孩子今天的表现？', 'How did your child take it?'), {
        brave: ['很配合', 'Very well'],
        afraid: ['有点害怕', 'Somewhat afraid'],
        refused: ['没做完', 'It could not be finished'],
      }),
      numbness,
    ],
  ),
  serviceForm(
    'service-aesthetic',
    ['皮肤与美容', 'skin and aesthetic'],
    ['skin', 'injection', 'course'],
    [looks, homeCare, stitches],
  ),
  serviceForm(
    'service-surgery',
    ['手术', 'surgery'],
    ['surgery'],
    [
      choice('escort', 'choice', words('今天有人陪您回家吗？', 'Does somebody see you home today?'), {
        yes: ['有', 'Yes'],
        no: ['没有', 'No'],
      }),
      homeCare,
      stitches,
    ],
  ),
];
