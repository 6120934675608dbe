import { describe, expect, it } from 'vitest';
import { closestNames, nameLikeness } from './name.ts';
import { readName } from './read-name.ts';

/** A name, and where it matters how it sounds after a slash. */
function named(text: string): ReturnType<typeof readName> {
  const [name, sound] = text.split('/');
  return readName(name!, sound);
}

describe('two Chinese names', () => {
  it.each([
    { name: 'one name', a: '王小明', b: '王 小明', likeness: 'same' },
    { name: 'in two scripts of one language', a: '陈伟/chenwei', b: '陳偉/chenwei', likeness: 'sounds-same' },
    {
      name: 'with another character of the same sound',
      a: '张伟/zhangwei',
      b: '章薇/zhangwei',
      likeness: 'sounds-same',
    },
    { name: 'family name last', a: '王小明', b: '小明王', likeness: 'swapped' },
    { name: 'a family name of two characters last', a: '欧阳娜', b: '娜欧阳', likeness: 'swapped' },
    { name: 'a rare character that could not be typed', a: '王喆', b: '王□', likeness: 'similar' },
    { name: 'a rare character as a question mark', a: '李䶮', b: '李?', likeness: 'similar' },
    { name: 'a rare character in its parts', a: '王喆', b: '王吉吉', likeness: 'same' },
    { name: 'a rare character by its sound', a: '王喆/wangzhe', b: '王zhe/wangzhe', likeness: 'sounds-same' },
    { name: 'a rare family name', a: '𠮷野/jiye', b: '吉野/jiye', likeness: 'sounds-same' },
    { name: 'as she was addressed', a: '张女士', b: '张敏', likeness: 'part' },
    { name: 'as another was addressed', a: '李女士', b: '张敏', likeness: 'different' },
    { name: 'one character of three', a: '王小明/wangxiaoming', b: '王小红/wangxiaohong', likeness: 'near' },
    { name: 'a family', a: '王明/wangming', b: '王建国/wangjianguo', likeness: 'one-part' },
    {
      name: 'a family name of two characters',
      a: '欧阳娜/ouyangna',
      b: '欧阳建国/ouyangjianguo',
      likeness: 'one-part',
    },
    { name: 'namesakes but for the family', a: '王敏/wangmin', b: '李敏/limin', likeness: 'one-part' },
    { name: 'two people', a: '王小明/wangxiaoming', b: '李红/lihong', likeness: 'different' },
    { name: 'no name at all', a: '', b: '李红', likeness: 'unknown' },
  ])('$name: $a, $b', ({ a, b, likeness }) => {
    expect(nameLikeness(named(a), named(b))).toBe(likeness);
    expect(nameLikeness(named(b), named(a))).toBe(likeness);
  });
});

describe('two names written by their sound, or in letters', () => {
  it.each([
    { name: 'with and without the dot', a: '阿卜杜·热合曼', b: '阿卜杜热合曼', likeness: 'same' },
    { name: 'spelt in two ways', a: '买买提·艾力', b: '买卖提·艾力', likeness: 'similar' },
    { name: 'in characters and in pinyin', a: '张三/zhangsan', b: 'Zhang San', likeness: 'sounds-same' },
    { name: 'in pinyin, given name first', a: '张三/zhangsan', b: 'San ZHANG', likeness: 'sounds-same' },
    { name: 'beside a name taken for foreigners', a: '张三/zhangsan', b: 'Lucy', likeness: 'unknown' },
    { name: 'in capitals', a: 'Maria da Silva', b: 'MARIA DA SILVA', likeness: 'same' },
    { name: 'with accents', a: 'José Müller', b: 'Jose Muller', likeness: 'similar' },
    { name: 'given name last', a: 'Oliver Rickett', b: 'Rickett Oliver', likeness: 'swapped' },
    { name: 'mistyped', a: 'Kyle Bullivant', b: 'Kyale Bullivnt', likeness: 'similar' },
    { name: 'torn apart', a: 'Joel McGilchrist', b: 'Joel McGilc Hris', likeness: 'similar' },
    { name: 'without the given name', a: 'Erin Zimmermann', b: 'Zimmermann', likeness: 'part' },
    { name: 'a family', a: 'Ella Reid', b: 'Kieren Reid', likeness: 'one-part' },
    { name: 'two people', a: 'Molly Webb', b: 'Hugo Alderson', likeness: 'different' },
    { name: 'two short names', a: 'Li Bo', b: 'Lu Bo', likeness: 'one-part' },
    { name: 'letters we cannot read', a: 'Анна', b: 'Анна', likeness: 'same' },
    { name: 'letters we cannot read beside ours', a: 'Анна', b: 'Anna', likeness: 'unknown' },
  ])('$name: $a, $b', ({ a, b, likeness }) => {
    expect(nameLikeness(named(a), named(b))).toBe(likeness);
    expect(nameLikeness(named(b), named(a))).toBe(likeness);
  });
});

it('of several names the closest two count', () => {
  expect(closestNames([named('王丽'), named('Lily')], [named('王莉莉'), named('Lily')])).toBe('same');
  expect(closestNames([], [named('王丽')])).toBe('unknown');
});
