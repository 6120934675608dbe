/** Traditional characters of the words that replies are read by, and what is often typed for them. */
const simplified: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'閱阅閲阅訂订發发別别請请絕绝們们擾扰電电話话訊讯廣广銷销關关勿勿莫莫煩烦閉闭給给會会騷骚黃黄單单擋挡號号収收來来謝谢聯联絡络繫系係系妳你確确認认時时間间準准沒没過过趕赶臨临個个換换約约後后遲迟這这點点無无問问題题見见嗎吗幾几對对預预診诊週周說说麼么樣样',
  ].reduce<[string, string][]>(
    (pairs, char, index, all) => (index % 2 === 0 ? [...pairs, [char, all[index + 1]!]] : pairs),
    [],
  ),
);

/** Letters of other alphabets that look like ours. */
const lookAlikes: Readonly<Record<string, string>> = {
  т: 't',
  τ: 't',
  н: 'h',
  ԁ: 'd',
  ѕ: 's',
  о: 'o',
  р: 'p',
  ɴ: 'n',
  ᴛ: 't',
  ᴅ: 'd',
  ʀ: 'r',
};

/** What somebody typed, in one form: half width, small, simplified, without what cannot be seen. */
export function plainReply(text: string): string {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu, ''),
  ]
    .map((char) => simplified[char] ?? lookAlikes[char] ?? char)
    .join('');
}
