import { describe, expect, it } from 'vitest';
import { firstScope } from './first-scope.ts';
import { roles } from './role.ts';
import type { Role } from './role.ts';

describe('whose work a list shows first', () => {
  it.each([
    { list: 'followups', everybodys: ['owner', 'admin', 'manager'] },
    { list: 'cases', everybodys: ['owner', 'manager', 'cs_supervisor'] },
    { list: 'redFlags', everybodys: ['owner'] },
  ] satisfies { list: Parameters<typeof firstScope>[0]; everybodys: Role[] }[])(
    "$list: everybody's for $everybodys, their own for the others",
    ({ list, everybodys }) => {
      expect(roles.filter((role) => firstScope(list, role) === 'all')).toEqual(everybodys);
    },
  );
});
