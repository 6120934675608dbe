import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from './duplicates.ts';
import type { Lookalike } from './duplicates.ts';

const zhang = {
  name: '张敏',
  namePinyin: 'zhangmin',
  phone: '+8613812345678',
  birthday: '1986-05-12',
  gender: 'female',
  address: '杭州市西湖区文三路1号3幢502',
} as const;

function customer(part: Partial<Lookalike>): Lookalike {
  return {
    id: 'a',
    name: '',
    namePinyin: '',
    phone: null,
    birthday: null,
    gender: 'unknown',
    address: null,
    number: null,
    ...part,
  };
}

const { name, namePinyin, phone, birthday, address } = zhang;

interface Case {
  why: string;
  a: Partial<Lookalike>;
  b: Partial<Lookalike>;
  suggestion: 'likely' | 'possible' | null;
}

function shows(cases: Case[]): void {
  it.each(cases)('$why: $suggestion', ({ a, b, suggestion }) => {
    expect(compare(customer(a), customer(b)).suggestion).toBe(suggestion);
    expect(compare(customer(b), customer(a)).suggestion).toBe(suggestion);
  });
}

describe('one person twice', () => {
  shows([
    { why: 'name and birthday', a: { name, birthday }, b: { name, birthday }, suggestion: 'likely' },
    { why: 'name and phone', a: { name, phone }, b: { name, phone }, suggestion: 'likely' },
    {
      why: 'name and phone, with another birthday, perhaps by the moon',
      a: { name, phone, birthday },
      b: { name, phone, birthday: '1986-04-04' },
      suggestion: 'possible',
    },
    {
      why: 'name, and day and month swapped',
      a: { name, birthday },
      b: { name, birthday: '1986-12-05' },
      suggestion: 'likely',
    },
    {
      why: 'name, and a digit of the birthday wrong',
      a: { name, birthday },
      b: { name, birthday: '1986-05-13' },
      suggestion: 'possible',
    },
    {
      why: 'name, home, and a digit of the birthday wrong',
      a: { name, birthday, address },
      b: { name, birthday: '1986-05-13', address },
      suggestion: 'likely',
    },
    {
      why: 'name, and the birthday where only the year is known',
      a: { name, birthday: '1986-01-01' },
      b: { name, birthday: '1986-01-01' },
      suggestion: 'possible',
    },
    {
      why: 'one sound and one birthday',
      a: { name, namePinyin, birthday },
      b: { name: '章敏', namePinyin, birthday },
      suggestion: 'possible',
    },
    {
      why: 'one sound, one birthday and one phone',
      a: { name, namePinyin, birthday, phone },
      b: { name: '章敏', namePinyin, birthday, phone },
      suggestion: 'likely',
    },
    {
      why: 'the name in pinyin, and one phone',
      a: { name, namePinyin, phone },
      b: { name: 'Min Zhang', namePinyin: 'minzhang', phone },
      suggestion: 'possible',
    },
    {
      why: 'a rare character that could not be typed, and one birthday',
      a: { name: '王喆', namePinyin: 'wangzhe', birthday },
      b: { name: '王□', birthday },
      suggestion: 'likely',
    },
    {
      why: 'a former name and one birthday',
      a: { name: '张丽', otherNames: [name], birthday },
      b: { name, birthday },
      suggestion: 'likely',
    },
    {
      why: 'as she was addressed, with one phone',
      a: { name, phone, birthday },
      b: { name: '张女士', phone },
      suggestion: 'possible',
    },
    {
      why: 'one name and home, a number mistyped in the phone',
      a: { name, phone, address },
      b: { name, phone: '+8613812345679', address },
      suggestion: 'likely',
    },
    {
      why: 'one identity paper and name',
      a: { name, number: 'X1' },
      b: { name, number: 'x1' },
      suggestion: 'likely',
    },
  ]);
});

describe('a phone alone', () => {
  shows([
    { why: 'suggests, and no more', a: { name, phone }, b: { name: '李红', phone }, suggestion: 'possible' },
    {
      why: 'suggests nothing when they were born on two days: parent and child',
      a: { name, phone, birthday },
      b: { name: '李小红', phone, birthday: '2015-11-30' },
      suggestion: null,
    },
    {
      why: 'suggests nothing of a woman and a man with two names',
      a: { name, phone, gender: 'female' },
      b: { name: '李刚', phone, gender: 'male' },
      suggestion: null,
    },
  ]);
});

describe('a family', () => {
  shows([
    {
      why: 'mother and child with one phone and one home',
      a: { name, phone, address, birthday },
      b: { name: '张小明', phone, address, birthday: '2015-11-30' },
      suggestion: null,
    },
    {
      why: 'brothers a year apart whose names share a character',
      a: { name: '张小明', namePinyin: 'zhangxiaoming', phone, address, birthday: '2015-11-30' },
      b: { name: '张小亮', namePinyin: 'zhangxiaoliang', phone, address, birthday: '2016-11-30' },
      suggestion: null,
    },
    {
      why: 'twins, whom a person must tell apart',
      a: { name: '张小明', namePinyin: 'zhangxiaoming', phone, address, birthday: '2015-11-30' },
      b: { name: '张大伟', namePinyin: 'zhangdawei', phone, address, birthday: '2015-11-30' },
      suggestion: 'possible',
    },
    {
      why: 'husband and wife',
      a: { name, phone, address, birthday },
      b: { name: '李刚', phone, address, birthday: '1984-08-20' },
      suggestion: null,
    },
  ]);
});

describe('two people', () => {
  shows([
    { why: 'of one name, of whom there are thousands', a: { name }, b: { name }, suggestion: null },
    { why: 'of one birthday', a: { name, birthday }, b: { name: '李红', birthday }, suggestion: null },
    {
      why: 'of one family name and birthday',
      a: { name, birthday },
      b: { name: '张建国', birthday },
      suggestion: null,
    },
    {
      why: 'of one name, born on two days',
      a: { name, birthday },
      b: { name, birthday: '1971-02-20' },
      suggestion: null,
    },
    {
      why: 'of one home, with two names',
      a: { name, address },
      b: { name: '李红', address },
      suggestion: null,
    },
    { why: 'of whom nothing is known', a: {}, b: {}, suggestion: null },
  ]);
});

it('says why, each with what it weighs', () => {
  expect(
    compare(customer({ name, birthday, phone }), customer({ name, birthday: '1986-12-05', phone })),
  ).toEqual({
    score: 98,
    suggestion: 'likely',
    reasons: [
      { code: 'name-same', points: 40 },
      { code: 'birthday-swapped', points: 28 },
      { code: 'phone-same', points: 30 },
    ],
  });
});

const anyone = fc.record({
  id: fc.constant('x'),
  name: fc.constantFrom('张敏', '张女士', '王小明', '王小红', '欧阳娜', 'Min Zhang', '王□', '𠮷野', ''),
  namePinyin: fc.constantFrom('', 'zhangmin'),
  phone: fc.constantFrom(null, '+8613812345678', '+8613812345679'),
  birthday: fc.constantFrom(null, '1986-05-12', '1986-12-05', '1986-05-13', '1986-01-01', '2015-11-30'),
  gender: fc.constantFrom('female', 'male', 'unknown'),
  address: fc.constantFrom(null, '杭州市文三路1号', '杭州市文三路2号'),
  number: fc.constantFrom(null, 'C000001', 'C000002'),
});

it('finds the same of two customers, whichever is looked at first', () => {
  fc.assert(
    fc.property(anyone, anyone, (a, b) => {
      expect(compare(a, b)).toEqual(compare(b, a));
    }),
  );
});

it('never calls likely what has two names, nor suggests two names with two birthdays', () => {
  fc.assert(
    fc.property(anyone, anyone, (a, b) => {
      const { suggestion, reasons } = compare(a, b);
      const codes = reasons.map(({ code }) => code);
      if (codes.includes('name-different')) expect(suggestion).not.toBe('likely');
      if (codes.includes('name-different') && codes.includes('birthday-different'))
        expect(suggestion).toBeNull();
    }),
  );
});
