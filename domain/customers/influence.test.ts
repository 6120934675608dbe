import { expect, it } from 'vitest';
import { roles } from '#domain/staff/role.ts';
import { maySeeInfluence } from './influence.ts';

it('is hidden from the front desk, from web consultants and from keys', () => {
  expect(roles.filter((role) => !maySeeInfluence(role))).toEqual(['front_desk', 'web_consultant']);
  expect(maySeeInfluence(null)).toBe(false);
});
