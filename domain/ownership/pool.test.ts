import { describe, expect, it } from 'vitest';
import { claimKind, isInPool } from './pool.ts';

describe('who is in the pool', () => {
  it.each([
    { name: 'a lead without anybody', ownerId: null, webConsultantId: null, lastVisitOn: null, is: true },
    {
      name: 'a lead of a web consultant',
      ownerId: null,
      webConsultantId: 'li',
      lastVisitOn: null,
      is: false,
    },
    { name: 'a lead of a consultant', ownerId: 'wu', webConsultantId: null, lastVisitOn: null, is: false },
    {
      name: 'somebody who came and has no consultant',
      ownerId: null,
      webConsultantId: 'li',
      lastVisitOn: '2026-03-01',
      is: true,
    },
    {
      name: 'somebody who came, of a consultant',
      ownerId: 'wu',
      webConsultantId: null,
      lastVisitOn: '2026-03-01',
      is: false,
    },
  ])('$name: $is', ({ ownerId, webConsultantId, lastVisitOn, is }) => {
    expect(isInPool({ ownerId, webConsultantId, lastVisitOn })).toBe(is);
  });
});

it.each([
  { role: 'web_consultant', lastVisitOn: null, kind: 'web_consultant' },
  { role: 'web_consultant', lastVisitOn: '2026-03-01', kind: null },
  { role: 'consultant', lastVisitOn: null, kind: 'consultant' },
  { role: 'consultant', lastVisitOn: '2026-03-01', kind: 'consultant' },
  { role: 'front_desk', lastVisitOn: null, kind: null },
] as const)('a $role claims who last came $lastVisitOn as $kind', ({ role, lastVisitOn, kind }) => {
  expect(claimKind(role, lastVisitOn)).toBe(kind);
});
