import { expect, it } from 'vitest';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { tabooWordsIn, wordsNotToSay } from './not-to-say.ts';

it.each([
  { note: '不要提年龄、前男友', words: ['年龄', '前男友'] },
  { note: '别问收入；忌讳“离婚”', words: ['收入', '“离婚”'] },
  { note: "don't mention her weight, divorce", words: ['weight', 'divorce'] },
  { note: '胖', words: [] },
  { note: '', words: [] },
])('taboos "$note" are $words', ({ note, words }) => {
  expect(tabooWordsIn(note)).toEqual(words);
});

it('finds what this customer must not hear: their secrets, their treatments, and what was noted', () => {
  const discreet = DiscreetProfile.parse({ neverSay: ['医院'], mayNameTreatments: false });
  const text = '医院的美白项目、双眼皮、您的年龄';
  const about = { taboos: '不要提年龄', treatmentNames: ['美白'] };
  expect(wordsNotToSay(text, { ...about, discreet }).toSorted()).toEqual(
    ['医院', '美白', '双眼皮', '年龄'].toSorted(),
  );
  expect(wordsNotToSay(text, { ...about, discreet: null })).toEqual(['年龄']);
});
