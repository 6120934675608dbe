import type { FormDefinition } from '../form.ts';
import { inYourWords, overall, readByClinic, recommend, score, whatWasWrong, words } from './parts.ts';

/** D2: 0–10 in several dimensions, the whole first, so that whoever stops early has said what counts most. */
export const satisfaction: FormDefinition = {
  code: 'satisfaction',
  kind: 'satisfaction',
  name: words('满意度调查', 'Satisfaction survey'),
  title: words('您的就诊感受', 'How was your visit?'),
  readBy: readByClinic,
  thanks: words(
    '谢谢您。如果有哪里让您不满意，客服会在两天内联系您。',
    'Thank you. If something was not right, customer service will be in touch within two days.',
  ),
  categories: [],
  questions: [
    overall,
    ...whatWasWrong,
    score('result', words('对效果', 'The result')),
    score('doctor', words('对医生', 'The doctor')),
    score('nursing', words('对护士和助手', 'The nurses and assistants')),
    score('service', words('对前台和客服', 'Reception and customer service')),
    score('explanation', words('方案和费用讲得清楚吗', 'How well plan and price were explained')),
    score('waiting', words('对等候时间', 'The waiting time')),
    score('environment', words('对环境和卫生', 'The rooms and their cleanliness')),
    recommend,
    inYourWords,
  ],
};
