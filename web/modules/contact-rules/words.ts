import { defineWords } from '#web/lib/words.ts';

/** How often customers are contacted, and how somebody who does not answer is tried again. */
export const contactRuleWords = defineWords('contact-rules', {
  zh: {
    title: '联系规则',
    about: '同一位客户由所有部门、所有门诊合计。',
    'version.standard': '现在按系统自带的规则。',
    version: '第 {{version}} 版，{{name}} 于 {{at}} 发布。',
    budget: '联系频次',
    'budget.about':
      '医疗关怀和投诉处理从不受限。接通的电话、发出的满意度和邀约消息各算一次；没接通的不算。在自己的时间窗最后一天，满意度回访照常进行；邀约一直等到有空档。',
    perDay: '一天之内',
    'perDay.text': '联系满这么多次后，受限的类别改天再联系',
    'limit.contacts': '最近联系满（次）',
    'limit.days': '在多少天之内',
    'limit.sentence': '最近 {{days}} 天内已联系 {{contacts}} 次，就先等一等',
    'limit.none': '不受限，从不等待',
    limited: '受限',
    publish: '发布',
    'publish.ask': '发布这些规则？',
    'publish.text': '发布后立即生效，正在暂缓的客户会按新规则重新计算。',
    published: '已发布',
    readOnly: '由客服主管或总经理修改。',
  },
  en: {
    title: 'Rules of contact',
    about: 'One customer is one person to all departments and clinics together.',
    'version.standard': 'The rules are as shipped.',
    version: 'Version {{version}}, published by {{name}} on {{at}}.',
    budget: 'Contact budget',
    'budget.about':
      'Health and complaints never wait. An answered call counts, and a survey or an offer that was sent; a call nobody answered does not. On the last day of its window a survey is made all the same; an offer waits until there is room.',
    perDay: 'In one day',
    'perDay.text': 'After so many contacts, what has a limit comes another day',
    'limit.contacts': 'After contacts',
    'limit.days': 'within days',
    'limit.sentence': 'Waits after {{contacts}} contacts within {{days}} days',
    'limit.none': 'No limit: it never waits',
    limited: 'Limited',
    publish: 'Publish',
    'publish.ask': 'Publish these rules?',
    'publish.text': 'They hold at once; what waits now is worked out anew.',
    published: 'Published',
    readOnly: 'The customer service supervisor or the manager changes these.',
  },
});
