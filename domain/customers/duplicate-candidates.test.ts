import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, isCalendarDate } from '#domain/base/time.ts';
import { blockingKeys, candidatePairs, findDuplicates } from './duplicate-candidates.ts';
import type { Lookalike } from './duplicates.ts';
import { foldLetters } from './search.ts';

function customer(id: string, part: Partial<Lookalike>): Lookalike {
  return {
    id,
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

describe('looking for duplicates', () => {
  it.each([
    { why: 'one phone', a: { phone: '+8613812345678' }, b: { phone: '+8613812345678' } },
    { why: 'one birthday', a: { birthday: '1986-05-12' }, b: { birthday: '1986-05-12' } },
    { why: 'day and month swapped', a: { birthday: '1986-05-12' }, b: { birthday: '1986-12-05' } },
    {
      why: 'one sound, and the year',
      a: { name: '张敏', namePinyin: 'zhangmin', birthday: '1986-05-12' },
      b: { name: '章敏', namePinyin: 'zhangmin', birthday: '1986-03-12' },
    },
    {
      why: 'one sound, and the day',
      a: { name: '张敏', namePinyin: 'zhangmin', birthday: '1986-05-12' },
      b: { name: '张敏', namePinyin: 'zhangmin', birthday: '1968-05-12' },
    },
    {
      why: 'the family name, and a number of the home',
      a: { name: '张敏', address: '文三路18号' },
      b: { name: '张女士', address: '杭州文三路18号' },
    },
  ])('looks at two with $why', ({ a, b }) => {
    expect(candidatePairs([customer('a', a), customer('b', b)])).toHaveLength(1);
  });

  it('looks at a pair once, however much they share', () => {
    const twice = { name: '张敏', phone: '+8613812345678', birthday: '1986-05-12', address: '文三路18号' };
    expect(candidatePairs([customer('a', twice), customer('b', twice)])).toHaveLength(1);
    expect(blockingKeys(customer('a', twice)).length).toBeGreaterThan(3);
  });

  it('puts the likeliest first', () => {
    const found = findDuplicates([
      customer('a', { name: '张敏', phone: '+8613812345678', birthday: '1986-05-12' }),
      customer('b', { name: '李红', phone: '+8613812345678' }),
      customer('c', { name: '张敏', phone: '+8613800000000', birthday: '1986-05-12' }),
    ]);
    expect(found.map(({ a, b, suggestion }) => [a, b, suggestion])).toEqual([
      ['a', 'c', 'likely'],
      ['a', 'b', 'possible'],
    ]);
  });

  it('takes no notice of a phone that a crowd shares, and still finds who is in it twice', () => {
    const crowd = Array.from({ length: 3000 }, (_, place) =>
      customer(`c${place}`, { name: `客人${place}`, namePinyin: `keren${place}`, phone: '+8657188888888' }),
    );
    const found = findDuplicates([...crowd, customer('again', { ...crowd[7]!, id: 'again' })]);
    expect(found.map(({ a, b }) => [a, b])).toEqual([['c7', 'again']]);
  });

  it('has a few pairs a customer to look at, of many customers as of few', () => {
    for (const count of [2_000, 20_000]) {
      expect(candidatePairs(aTown(count)).length).toBeLessThan(count * 15);
    }
  });
});

/** Families of one to four with one phone and one home, their names from a small stock, born over seventy years. */
function aTown(count: number): Lookalike[] {
  const families = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗';
  const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文辉婷雪晨宇轩梓涵欣';
  return Array.from({ length: count }, (_, place) => {
    const home = Math.floor(place / 3);
    const dice = (sides: number, salt: number) =>
      Math.floor(((place * 7919 + salt * 104_729) * 48_271) % 2_147_483_647) % sides;
    const name = families[home % 20]! + given[dice(40, 1)]! + given[dice(40, 2)]!;
    return customer(`t${place}`, {
      name,
      phone: `+861${3_000_000_000 + home}`,
      birthday: addDays('1950-01-02', dice(25_000, 3)),
      address: `杭州市${given[home % 40]!}${given[dice(40, 4)]!}路${home % 300}号${home % 97}幢${dice(2_000, 5)}`,
    });
  });
}

const file = join(import.meta.dirname, '../../../shared/data/febrl/dataset1.csv');

// Skipped where the shared test data is not beside the project: 500 people, each written down twice, with errors.
describe.skipIf(!existsSync(file))(
  '500 people who were written down twice (need ../shared/data/febrl)',
  () => {
    const people = existsSync(file) ? febrl(readFileSync(file, 'utf8')) : [];

    it('are found again by name, birthday and address, at least 470 of them, with 10 errors at most', () => {
      const { right, wrong } = judged(people.map((person) => ({ ...person, number: null })));
      expect(people).toHaveLength(1000);
      expect(right).toBeGreaterThanOrEqual(470);
      expect(wrong).toBeLessThanOrEqual(10);
    });

    it('are found again by the number of an identity paper as well', () => {
      const { right, wrong } = judged(people);
      expect(right).toBeGreaterThanOrEqual(490);
      expect(wrong).toBeLessThanOrEqual(10);
    });
  },
);

function judged(people: Lookalike[]): { right: number; wrong: number } {
  const person = (id: string) => id.split('-')[1];
  const found = findDuplicates(people);
  const right = found.filter(({ a, b }) => person(a) === person(b)).length;
  return { right, wrong: found.length - right };
}

function febrl(text: string): Lookalike[] {
  const lines = text.trim().split('\n').slice(1);
  return lines.map((line) => {
    const [id, given, family, street, first, second, suburb, postcode, state, born, paper] = line
      .split(',')
      .map((cell) => cell.trim());
    const name = [given, family].filter(Boolean).join(' ');
    const birthday = born!.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    return customer(id!, {
      name,
      namePinyin: foldLetters(name),
      birthday: isCalendarDate(birthday) ? birthday : null,
      address: [street, first, second, suburb, postcode, state].filter(Boolean).join(' '),
      number: paper!,
    });
  });
}
