import { expect, it } from 'vitest';
import { roles } from '#domain/staff/role.ts';
import { deciderSeats } from './decider.ts';

it('the supervisor decides on leads, the manager on everything, nobody else on anything', () => {
  const seats = Object.fromEntries(roles.map((role) => [role, deciderSeats(role)]));
  expect(Object.entries(seats).filter(([, decides]) => decides.length > 0)).toEqual([
    ['owner', ['department_head', 'manager']],
    ['manager', ['department_head', 'manager']],
    ['cs_supervisor', ['department_head']],
  ]);
  expect(deciderSeats(null)).toEqual([]);
});
