import { describe, expect, it } from 'vitest';
import { compare } from '#domain/customers/duplicates.ts';
import type { Lookalike } from '#domain/customers/duplicates.ts';
import { isWorthAHint } from './alike.ts';

const known: Lookalike = {
  id: 'known',
  name: '张敏',
  namePinyin: 'zhangmin',
  phone: '+8613800001234',
  birthday: '1990-05-12',
  gender: 'female',
  address: null,
  number: null,
};

function typed(facts: Partial<Lookalike>) {
  return { ...known, id: 'typed', gender: 'unknown' as const, phone: null, birthday: null, ...facts };
}

describe('a hint while a record is typed', () => {
  it.each([
    { name: 'a namesake, as long as nothing else is known', facts: {}, hint: true },
    { name: 'a namesake with another birthday', facts: { birthday: '1971-11-30' }, hint: false },
    { name: 'a namesake with another phone', facts: { phone: '+8613900009999' }, hint: false },
    { name: 'the same phone under any name', facts: { name: '李', phone: '+8613800001234' }, hint: true },
    { name: 'name and birthday', facts: { birthday: '1990-05-12' }, hint: true },
    { name: 'somebody else', facts: { name: '王磊', namePinyin: 'wanglei' }, hint: false },
  ])('$name: $hint', ({ facts, hint }) => {
    const who = typed(facts);
    expect(isWorthAHint(compare(who, known), who)).toBe(hint);
  });
});
