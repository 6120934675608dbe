import { useWords } from '#web/lib/words.ts';
import { customersWords } from './words.ts';

const words = [
  'source.friend',
  'source.passing',
  'source.dianping',
  'source.meituan',
  'source.douyin',
  'source.xiaohongshu',
  'source.wechat',
  'source.site',
  'source.phone',
] as const;

/** Offered while somebody types a channel source; any other text will do as well. */
export function useUsualSources(): { value: string }[] {
  const say = useWords(customersWords);
  return words.map((word) => ({ value: say(word) }));
}
