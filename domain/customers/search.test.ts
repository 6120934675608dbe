import { describe, expect, it } from 'vitest';
import { foldLetters, lookLikeInitials, searchTerms } from './search.ts';

const phone = { by: 'phone', phone: '+8613123456789' };

describe('what a typed text looks for', () => {
  it.each([
    { name: 'nothing', typed: '  ', terms: [] },
    {
      name: 'four digits are the end of a phone, or a chart number',
      typed: '6789',
      terms: [
        { by: 'last-four', digits: '6789' },
        { by: 'number', number: '6789' },
        { by: 'number', number: 'C006789' },
      ],
    },
    {
      name: 'three digits are a chart number',
      typed: '123',
      terms: [
        { by: 'number-start', start: '123' },
        { by: 'number', number: 'C000123' },
      ],
    },
    {
      name: 'eleven digits that are no phone are a chart number',
      typed: '29872499824',
      terms: [{ by: 'number-start', start: '29872499824' }],
    },
    {
      name: 'a mobile number',
      typed: '13123456789',
      terms: [phone, { by: 'number', number: '13123456789' }],
    },
    {
      name: 'a mobile number with its country',
      typed: '+86 131 2345 6789',
      terms: [phone, { by: 'number', number: '8613123456789' }],
    },
    {
      name: 'a mobile number as dialled from abroad',
      typed: '0086-131-2345-6789',
      terms: [phone, { by: 'number', number: '008613123456789' }],
    },
    {
      name: 'full-width digits',
      typed: '１３１２３４５６７８９',
      terms: [phone, { by: 'number', number: '13123456789' }],
    },
    {
      name: 'a landline',
      typed: '0571-88888888',
      terms: [
        { by: 'phone', phone: '+8657188888888' },
        { by: 'number', number: '057188888888' },
      ],
    },
    { name: 'pinyin', typed: 'zhangs', terms: [{ by: 'letters', start: 'zhangs' }] },
    { name: 'pinyin in syllables', typed: "Zhang San'e", terms: [{ by: 'letters', start: 'zhangsane' }] },
    { name: 'pinyin with its tones', typed: 'lǚ bù', terms: [{ by: 'letters', start: 'lvbu' }] },
    { name: 'initials', typed: 'ZS', terms: [{ by: 'letters', start: 'zs' }] },
    {
      name: 'a chart number with its letter',
      typed: 'c0001',
      terms: [
        { by: 'number-start', start: 'c0001' },
        { by: 'number-start', start: 'C0001' },
      ],
    },
    { name: 'a surname', typed: '张', terms: [{ by: 'name-start', start: '张' }] },
    { name: 'a rare surname', typed: '𠮷', terms: [{ by: 'name-start', start: '𠮷' }] },
    { name: 'a name, or a part of one', typed: '小明', terms: [{ by: 'name-inside', part: '小明' }] },
    {
      name: 'a name with a dot',
      typed: '买买提·艾力',
      terms: [{ by: 'name-inside', part: '买买提·艾力' }],
    },
    {
      name: 'signs of a pattern are letters like any other',
      typed: '%',
      terms: [{ by: 'name-start', start: '%' }],
    },
    { name: 'signs alone', typed: '()', terms: [] },
  ])('$name', ({ typed, terms }) => {
    expect(searchTerms(typed)).toEqual(terms);
  });
});

it.each([
  { text: 'José da Silva', folded: 'josedasilva' },
  { text: 'LÜ', folded: 'lv' },
  { text: '•A-1', folded: 'a1' },
])('$text is found as $folded', ({ text, folded }) => {
  expect(foldLetters(text)).toBe(folded);
});

it.each([
  { letters: 'zs', initials: true },
  { letters: 'zhs', initials: true },
  { letters: 'lhw', initials: true },
  { letters: 'zh', initials: false },
  { letters: 'zhang', initials: false },
  { letters: 'lv', initials: false },
  { letters: 'z', initials: false },
  { letters: 'wzs', initials: true },
])('$letters is looked for as initials first: $initials', ({ letters, initials }) => {
  expect(lookLikeInitials(letters)).toBe(initials);
});
