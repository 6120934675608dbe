import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayDo, mayGrantRole, mayTreat, permissions, permissionsOf } from './permissions.ts';
import type { Permission } from './permissions.ts';
import { followupRoles, roles, workOf } from './role.ts';
import type { Role } from './role.ts';

const holders = (permission: Permission) => roles.filter((role) => mayDo(permissionsOf[role], permission));

describe('who may what', () => {
  it.each([
    { permission: 'organization.manage', who: ['owner', 'admin'] },
    { permission: 'api-keys.manage', who: ['owner', 'admin'] },
    { permission: 'staff.manage', who: ['owner', 'admin', 'manager'] },
    { permission: 'audit.read', who: ['owner', 'admin', 'manager'] },
    { permission: 'followups.supervise', who: ['owner', 'manager', 'cs_supervisor'] },
    { permission: 'classes.manage', who: ['owner', 'manager'] },
    { permission: 'classes.review', who: ['owner', 'manager', 'cs_supervisor'] },
    {
      permission: 'classes.confirm',
      who: ['owner', 'manager', 'cs_supervisor', 'consultant', 'web_consultant', 'doctor'],
    },
    { permission: 'ownership.claim', who: ['owner', 'manager', 'consultant', 'web_consultant'] },
    { permission: 'ownership.decide', who: ['owner', 'manager', 'cs_supervisor'] },
    { permission: 'ownership.manage', who: ['owner', 'manager'] },
    { permission: 'imports.run', who: ['owner', 'manager', 'cs_supervisor'] },
  ] satisfies { permission: Permission; who: Role[] }[])('$permission is for $who', ({ permission, who }) => {
    expect(holders(permission)).toEqual(who);
  });

  it('an administrator sees no customer, no visit and no followup', () => {
    const seen = permissionsOf.admin.filter((permission) =>
      /^(customers|visits|followups|imports)\./.test(permission),
    );
    expect(seen).toEqual([]);
  });

  it('every role that followups are planned for may work on them', () => {
    for (const role of followupRoles) {
      expect(mayDo(permissionsOf[role], 'followups.work')).toBe(true);
      expect(mayDo(permissionsOf[role], 'customers.read')).toBe(true);
    }
  });

  it('the owner may everything', () => {
    expect(permissionsOf.owner).toEqual(permissions);
  });

  it('a doctor treats, and beside their own work who may all that a doctor may', () => {
    expect(roles.filter(mayTreat)).toEqual(['owner', 'manager', 'doctor']);
  });

  it.each([
    { role: 'doctor', treats: true, works: ['doctor'] },
    { role: 'owner', treats: true, works: ['owner', 'doctor'] },
    { role: 'owner', treats: false, works: ['owner'] },
    { role: 'nurse', treats: false, works: ['nurse'] },
  ] satisfies { role: Role; treats: boolean; works: Role[] }[])(
    'of the $role who treats ($treats) the work of $works is asked',
    ({ works, ...person }) => {
      expect(workOf(person)).toEqual(works);
    },
  );

  it('nobody holds a permission twice', () => {
    for (const role of roles) expect(new Set(permissionsOf[role]).size).toBe(permissionsOf[role].length);
  });
});

describe('giving a role', () => {
  it('is never giving more than one holds', () => {
    fc.assert(
      fc.property(fc.subarray([...permissions]), fc.constantFrom(...roles), (held, role) => {
        const more = permissionsOf[role].some((permission) => !held.includes(permission));
        expect(mayGrantRole(held, role)).toBe(!more);
      }),
    );
  });

  it.each([
    { granter: 'owner', grants: [...roles] },
    { granter: 'manager', grants: roles.filter((role) => role !== 'owner' && role !== 'admin') },
    { granter: 'admin', grants: ['admin'] },
  ] satisfies { granter: Role; grants: Role[] }[])('$granter gives $grants', ({ granter, grants }) => {
    expect(roles.filter((role) => mayGrantRole(permissionsOf[granter], role))).toEqual(grants);
  });

  it('only an owner makes an owner', () => {
    expect(roles.filter((role) => mayGrantRole(permissionsOf[role], 'owner'))).toEqual(['owner']);
  });
});
