import { expect, it } from 'vitest';
import { nameColumns, readingsOf } from './pinyin.ts';

it.each([
  { name: '张三', pinyin: 'zhangsan', initials: 'zs' },
  { name: '单雄信', pinyin: 'shanxiongxin', initials: 'sxx' },
  { name: '仇英', pinyin: 'qiuying', initials: 'qy' },
  { name: '解缙', pinyin: 'xiejin', initials: 'xj' },
  { name: '查良镛', pinyin: 'zhaliangyong', initials: 'zly' },
  { name: '曾国藩', pinyin: 'zengguofan', initials: 'zgf' },
  { name: '朴志训', pinyin: 'piaozhixun', initials: 'pzx' },
  { name: '尉迟恭', pinyin: 'yuchigong', initials: 'ycg' },
  { name: '欧阳 娜娜', pinyin: 'ouyangnana', initials: 'oynn' },
  { name: '吕布', pinyin: 'lvbu', initials: 'lb' },
  { name: '买买提·艾力', pinyin: 'maimaitiaili', initials: 'mmtal' },
  { name: '阿卜杜拉•A', pinyin: 'abudulaa', initials: 'abdla' },
  { name: '李Mary', pinyin: 'limary', initials: 'lm' },
  { name: 'Maria da Silva', pinyin: 'mariadasilva', initials: 'mds' },
  { name: "José O'Neill", pinyin: 'joseoneill', initials: 'jo' },
  { name: '𠮷田', pinyin: '𠮷tian', initials: '𠮷t' },
  { name: '···', pinyin: '', initials: '' },
])('$name is found by $pinyin and $initials', ({ name, pinyin, initials }) => {
  expect(nameColumns(name)).toEqual({ namePinyin: pinyin, nameInitials: initials });
});

it.each([
  { start: '单', readings: ['dan', 'shan', 'chan'] },
  { start: '欧阳', readings: ['ouyang'] },
  { start: '尉迟恭', readings: ['weichi', 'yuchi'] },
  { start: '𠮷', readings: ['𠮷'] },
  { start: '%', readings: null },
])('a name that starts with $start may be read $readings', ({ start, readings }) => {
  expect(readingsOf(start)?.toSorted() ?? null).toEqual(readings?.toSorted() ?? null);
});
