import { defineWords, useWords } from './words.ts';

const sourceWords = defineWords('sources', {
  zh: {
    friend: '朋友介绍',
    passing: '路过',
    dianping: '大众点评',
    meituan: '美团',
    douyin: '抖音',
    xiaohongshu: '小红书',
    wechat: '微信公众号',
    site: '官网',
    phone: '电话咨询',
  },
  en: {
    friend: 'A friend',
    passing: 'Passing by',
    dianping: 'Dianping',
    meituan: 'Meituan',
    douyin: 'Douyin',
    xiaohongshu: 'Xiaohongshu',
    wechat: 'WeChat account',
    site: 'Our site',
    phone: 'Called us',
  },
});

const words = [
  'friend',
  'passing',
  'dianping',
  'meituan',
  'douyin',
  'xiaohongshu',
  'wechat',
  'site',
  'phone',
] as const;

/** Offered while somebody types a channel source; any other text will do as well. */
export function useUsualSources(): { value: string }[] {
  const say = useWords(sourceWords);
  return words.map((word) => ({ value: say(word) }));
}
