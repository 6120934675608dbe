import { defineWords } from '#web/lib/words.ts';

/** The little that pages say themselves; the rest stands in the words of their modules. */
export const pageWords = defineWords('pages', {
  zh: {
    'notFound.title': '没有这一页',
    'notFound.text': '网址可能写错了，或页面已经搬走。',
    'notFound.home': '回到首页',
  },
  en: {
    'notFound.title': 'There is no such page',
    'notFound.text': 'The address may be wrong, or the page has moved.',
    'notFound.home': 'Go to the start page',
  },
});
