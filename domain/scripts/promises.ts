/**
 * What a clinic may not promise: China's advertising law forbids superlatives, assurances of a cure or of safety, and
 * rates of success in health care. Said on the telephone they come back as a complaint.
 */
const promises = [
  '保证|担保|包治|包好|包您|百分百|百分之百|根治|治愈|断根|永久|终身|一劳永逸|永不|不反弹|不复发|无痛|不疼的|一点不疼|零痛感|零风险|没有风险|无风险|无副作用|没有副作用|绝对|最好的|效果最好|技术最好|最佳|最先进|最顶尖|顶级|国家级|全国第一|行业第一|第一品牌|立竿见影|一次见效|完美|无效退款|安全无忧',
  'best|guarantee|guarantees|guaranteed|cure|cures|cured|painless|pain-free|risk-free|no risk|no side effects|hundred percent|permanent|permanently|perfect|perfectly|forever|number one|world-class|money back',
].flatMap((words) => words.split('|'));

/** Signs that no list of words holds: a rate of success. */
const rate = /(?<!\d)(100|9\d(\.\d+)?)\s*[%％]/u;

/** The promises a text makes, as written in the list they are on. */
export function promisesIn(text: string): string[] {
  const found = wordsIn(text, promises);
  const percent = rate.exec(text)?.[0];
  return percent === undefined ? found : [...found, percent];
}

/** Which of the words a text holds. Letters are looked for as whole words, Chinese wherever it stands. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const said = plain(text);
  const spaced = ` ${lettersOf(said)} `;
  return words.filter((word) => {
    const wanted = plain(word);
    if (/\p{Script=Han}/u.test(wanted)) return tight(said).includes(tight(wanted));
    const letters = lettersOf(wanted);
    return letters !== '' && spaced.includes(` ${letters} `);
  });
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Torn apart by spaces or signs it is the same word: 保 证, 保·证; not across the end of a sentence. */
function tight(text: string): string {
  return text.replace(/[^\p{L}\p{N}，。！？；：、,.!?;:\n]/gu, '');
}

function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
