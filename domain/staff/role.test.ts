import { describe, expect, it } from 'vitest';
import { doersFirst, workOf } from './role.ts';
import type { Role } from './role.ts';

const person = (name: string, role: Role, treats = role === 'doctor') => ({ name, role, treats });
const house = [
  person('agent', 'cs_agent'),
  person('owner who treats', 'owner', true),
  person('nurse', 'nurse'),
  person('doctor', 'doctor'),
  person('owner', 'owner'),
];
const names = (work: readonly Role[]) => doersFirst(house, work).map(({ name }) => name);

describe('who does the work comes first', () => {
  it.each<[string, readonly Role[], string[]]>([
    [
      'a doctor’s work: whoever treats',
      ['doctor'],
      ['owner who treats', 'doctor', 'agent', 'nurse', 'owner'],
    ],
    [
      'the work of an owner who treats: owners and doctors',
      workOf(person('away', 'owner', true)),
      ['owner who treats', 'doctor', 'owner', 'agent', 'nurse'],
    ],
    ['a nurse’s work', ['nurse'], ['nurse', 'agent', 'owner who treats', 'doctor', 'owner']],
    ['no work: as they came', [], house.map(({ name }) => name)],
  ])('%s', (_, work, expected) => {
    expect(names(work)).toEqual(expected);
  });
});
