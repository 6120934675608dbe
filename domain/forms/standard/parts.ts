import type { Dimension, Question } from '../form.ts';

type Words = Question['title'];
export const words = (zh: string, en: string): Words => ({ zh, en });

const plain = {
  hint: null,
  isRequired: false,
  dimension: null,
  low: null,
  high: null,
  options: [],
  area: null,
  warning: null,
  showIf: null,
} satisfies Partial<Question>;

/** 0 to 10, about one thing. */
export function score(
  dimension: Dimension,
  title: Words,
  ends: [Words, Words] = [words('很不满意', 'Not at all'), words('非常满意', 'Very much')],
): Question {
  return { ...plain, key: dimension, kind: 'score', title, dimension, low: ends[0], high: ends[1] };
}

/** Options are written `key: [中文, English]`, with `'red-flag'` behind a sign of the body that a doctor must hear of. */
export function choice(
  key: string,
  kind: 'choice' | 'choices',
  title: Words,
  options: Record<string, [string, string, 'red-flag'?]>,
): Question {
  const named = Object.entries(options).map(([key, [zh, en, mark]]) => ({
    ...{ key, name: words(zh, en), isHarmless: false, isRedFlag: mark === 'red-flag' },
  }));
  return { ...plain, key, kind, title, options: named };
}

export const text = (key: string, title: Words): Question => ({ ...plain, key, kind: 'text', title });

/** Its answer warns whoever treats, but for the options that say there is nothing. */
export const warns = (
  question: Question,
  warning: NonNullable<Question['warning']>,
  harmless: readonly string[] = ['none'],
): Question => ({
  ...question,
  warning,
  options: question.options.map((option) => ({ ...option, isHarmless: harmless.includes(option.key) })),
});

export const hinted = (question: Question, hint: Words): Question => ({ ...question, hint });

export const required = (question: Question): Question => ({ ...question, isRequired: true });

export const asked = (question: Question, showIf: Partial<NonNullable<Question['showIf']>>): Question => ({
  ...question,
  showIf: { question: '', atLeast: null, atMost: null, anyOf: [], ...showIf },
});

export const overall = required(
  score(
    'overall',
    words('总的来说，您对这次就诊满意吗？', 'All in all, how content are you with this visit?'),
  ),
);

export const recommend = score(
  'recommend',
  words('您愿意把我们推荐给家人或朋友吗？', 'Would you recommend us to your family or friends?'),
  [words('一定不会', 'Certainly not'), words('一定会', 'Certainly')],
);

/** Whoever is not content is asked what it was, and whether somebody may call. */
export const whatWasWrong: readonly Question[] = [
  asked(
    choice('what-was-wrong', 'choices', words('哪些地方没有做好？', 'What was not as it should be?'), {
      result: ['效果', 'The result'],
      discomfort: ['过程不舒服', 'It was uncomfortable'],
      explanation: ['没有讲清楚', 'It was not explained well'],
      manner: ['接待和态度', 'How I was treated'],
      waiting: ['等候太久', 'The wait'],
      price: ['费用', 'The price'],
      else: ['其他', 'Something else'],
    }),
    { question: 'overall', atMost: 7 },
  ),
  asked(
    choice('may-call', 'choice', words('我们可以打电话向您了解一下吗？', 'May we call you about it?'), {
      yes: ['可以，请联系我', 'Yes, please call me'],
      message: ['发信息给我就好', 'Send me a message'],
      no: ['不用了', 'No need'],
    }),
    { question: 'overall', atMost: 7 },
  ),
];

export const inYourWords = text(
  'words',
  words('还有什么想对我们说的？', 'Is there anything else you would like to say?'),
);

/** Whoever treats and whoever looks after the customers reads it; nobody outside the clinic does. */
export const readByClinic = words(
  '只有本机构的医护和客服会看到您的回答。',
  'Only the clinic’s doctors, nurses and customer service read your answers.',
);
