import { describe, expect, it } from 'vitest';
import { statementNames } from './prepared.ts';

const preparedName = statementNames();

describe('a statement that is prepared', () => {
  it.each([
    { name: 'a row written', text: 'insert into "audit_entries" ("org_id") values ($1)', isPrepared: true },
    { name: 'a row changed', text: 'update "visits" set "state" = $1 where "id" = $2', isPrepared: true },
    { name: 'a question that says so', text: 'select 1 /* often */', isPrepared: true },
    { name: 'no other question', text: 'select 1', isPrepared: false },
    {
      name: 'no load of many rows',
      text: '\n insert into plans select * from unnest($1)',
      isPrepared: false,
    },
    { name: 'nothing that is long', text: `insert into "t" values ${'($1)'.repeat(500)}`, isPrepared: false },
  ])('is $name', ({ text, isPrepared }) => {
    expect(preparedName(text) !== undefined).toBe(isPrepared);
    expect(preparedName(text)).toBe(preparedName(text));
  });

  it('has a name of its own, that the database does not cut short', () => {
    const [one, other] = ['insert into "a" values ($1)', 'insert into "b" values ($1)'].map(preparedName);
    expect(one).not.toBe(other);
    expect(one!.length).toBeLessThan(64);
  });

  it('gets no name where there are too many already, and keeps the one it has', () => {
    const few = statementNames(1);
    const first = few('insert into "a" values ($1)');
    expect(few('insert into "b" values ($1)')).toBeUndefined();
    expect(few('insert into "a" values ($1)')).toBe(first);
  });
});
