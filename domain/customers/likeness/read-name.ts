import { foldLetters } from '#domain/customers/search.ts';

/** A name, read once for many comparisons. */
export interface ReadName {
  script: 'han' | 'letters' | 'other';
  /** Without spaces, signs and case; what could not be read is □. */
  folded: string;
  /** The pinyin in one piece; empty where unknown. */
  sound: string;
  family: string;
  given: string;
  /** The words of a name in letters. */
  words: readonly string[];
}

export function readName(name: string, sound = ''): ReadName {
  const text = composeRare(name.normalize('NFKC'));
  if (/\p{Script=Han}/u.test(text)) return readHan(text, sound);
  const words = text
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(foldLetters)
    .filter(Boolean);
  const script = /\p{Script=Latin}/u.test(text) ? 'letters' : 'other';
  return { script, folded: words.join(''), sound: words.join(''), family: '', given: '', words };
}

function readHan(text: string, sound: string): ReadName {
  const folded = withoutTitle(text.replace(/[□〇○*＊?？]/g, '□').replace(/[^\p{L}\p{N}□]/gu, ''));
  const letters = [...folded];
  const familyLength = letters.length > 2 && compoundFamilies.has(letters.slice(0, 2).join('')) ? 2 : 1;
  return {
    script: 'han',
    folded: folded.toLowerCase(),
    sound: folded === '' || folded.includes('□') ? '' : sound,
    family: letters.slice(0, familyLength).join(''),
    given: letters.slice(familyLength).join(''),
    words: [],
  };
}

/** 张女士 says 张. */
function withoutTitle(name: string): string {
  return name.replace(/(?<=.)(女士|先生|小姐|太太|阿姨|大爷|小朋友|同学|老师)$/u, '');
}

const compoundFamilies = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
    '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
    '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 ' +
    '西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 歐陽 司馬 諸葛 東方 鮮于'
  ).split(' '),
);

// What people wrote where a rare character could not be typed.
const writtenInParts: readonly (readonly [parts: string, character: string])[] = [
  ['吉吉', '喆'],
  ['方方土', '堃'],
  ['牛牛牛', '犇'],
  ['水水水', '淼'],
  ['金金金', '鑫'],
  ['火火火', '焱'],
  ['土土土', '垚'],
  ['木木木', '森'],
  ['文武贝', '赟'],
  ['龙天', '䶮'],
];

function composeRare(name: string): string {
  return writtenInParts.reduce((text, [parts, character]) => text.replaceAll(parts, character), name);
}
