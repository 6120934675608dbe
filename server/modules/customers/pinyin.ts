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

const mostReadings = 12;

/**
 * Every way in which a name that starts so may be read, as far as its first two signs: 单 is dan, shan and chan. Null
 * where it has signs that are not read so.
 */
export function readingsOf(start: string): string[] | null {
  const signs = [...start.normalize('NFC')].slice(0, 2);
  let readings = [''];
  for (const sign of signs) {
    if (!/\p{Script=Han}/u.test(sign)) return null;
    const own = pinyin(sign, { toneType: 'none', type: 'array', multiple: true, v: true }).map(foldLetters);
    const longer = readings.flatMap((reading) => own.map((next) => reading + next));
    if (longer.length > mostReadings) break;
    readings = [...new Set(longer)];
  }
  return readings;
}
