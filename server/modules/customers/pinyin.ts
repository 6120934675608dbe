import { pinyin } from 'pinyin-pro';
import { foldLetters } from '#domain/customers/search.ts';

export interface NameColumns {
  namePinyin: string;
  nameInitials: string;
}

/** What a name is found and sorted by: 单雄信 is shanxiongxin and sxx, Maria Silva is mariasilva and ms. */
export function nameColumns(name: string): NameColumns {
  const words = syllables(name.normalize('NFC')).map(foldLetters).filter(Boolean);
  return { namePinyin: words.join(''), nameInitials: words.map((word) => [...word][0]).join('') };
}

function syllables(name: string): string[] {
  const read = /\p{Script=Han}/u.test(name)
    ? pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
    : [name];
  return read.flatMap((part) => part.split(/[^\p{L}\p{M}\p{N}'’]+/u));
}
