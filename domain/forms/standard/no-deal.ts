import type { FormDefinition } from '../form.ts';
import { asked, choice, readByClinic, score, text, words } from './parts.ts';

/** After a consultation that led to nothing: what stood in the way, and whether to be in touch again. */
export const noDeal: FormDefinition = {
  code: 'no-deal',
  kind: 'no_deal',
  name: words('咨询未成交表', 'Form after a consultation without a deal'),
  title: words('谢谢您来咨询', 'Thank you for coming to ask'),
  readBy: readByClinic,
  thanks: words('谢谢您的回答。我们会按您的意愿联系您。', 'Thank you. We will be in touch as you wish.'),
  categories: ['consultation'],
  questions: [
    choice('what-held-you-back', 'choices', words('还没有决定，主要是因为？', 'What made you wait?'), {
      price: ['费用', 'The price'],
      time: ['时间安排', 'Finding the time'],
      fear: ['担心疼或风险', 'Pain or risk'],
      trust: ['还想多了解', 'I want to know more'],
      family: ['要和家人商量', 'I must talk with my family'],
      compare: ['想再比较几家', 'I want to compare'],
      plan: ['方案不合适', 'The plan did not suit me'],
      else: ['其他', 'Something else'],
    }),
    score('explanation', words('咨询时讲得清楚吗？', 'How well was it explained?')),
    score('service', words('对接待的感受', 'How were you received?')),
    choice('wish', 'choice', words('希望我们再联系您吗？', 'Shall we be in touch again?'), {
      soon: ['可以，近期联系', 'Yes, soon'],
      later: ['过一阵再说', 'Later'],
      no: ['不用了', 'No, thank you'],
    }),
    asked(text('help', words('什么能帮您做决定？', 'What would help you decide?')), {
      question: 'wish',
      anyOf: ['soon', 'later'],
    }),
  ],
};
