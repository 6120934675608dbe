const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 呼延 欧陽 司馬 諸葛'.split(
    ' ',
  ),
);

/** Letters, with what stands between those of a name; no address, number or sentence. */
const likeAName = /^\p{L}[\p{L}\p{M}]*(?:(?: |\. |[·•'’-])\p{L}[\p{L}\p{M}]*){0,4}\.?$/u;
const longestName = 24;

/**
 * 王女士, 欧阳先生, 王女士/先生: a message on a shared phone says no more of a name than it must. Whoever books online names
 * themselves: what cannot be a name is not said in the clinic's.
 */
export function salutationOf(name: string, gender: 'female' | 'male' | 'unknown'): string {
  const trimmed = name.trim();
  const isName = [...trimmed].length <= longestName && likeAName.test(trimmed);
  return titledSurnameOf(trimmed, gender) ?? (isName ? trimmed : '客户');
}

/** The same where strangers read it: null where the surname cannot be told from the rest of the name. */
export function titledSurnameOf(name: string, gender: 'female' | 'male' | 'unknown'): string | null {
  const trimmed = name.trim();
  if (!isChinese(trimmed)) return null;
  const surname = surnameIn(trimmed);
  if (gender === 'unknown') return `${surname}女士/先生`;
  return surname + (gender === 'female' ? '女士' : '先生');
}

/** 王**, 欧阳*, Z.: whose it is knows it, and nobody else. */
export function surnameOf(name: string): string {
  const trimmed = name.trim();
  if (!isChinese(trimmed)) return `${[...trimmed].slice(0, 1).join('')}.`;
  const surname = surnameIn(trimmed);
  return surname + '*'.repeat([...trimmed].length - [...surname].length);
}

const isChinese = (name: string): boolean => /^\p{Script=Han}{2,4}$/u.test(name);

function surnameIn(name: string): string {
  const isCompound = [...name].length > 2 && compoundSurnames.has([...name].slice(0, 2).join(''));
  return [...name].slice(0, isCompound ? 2 : 1).join('');
}
