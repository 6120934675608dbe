import { expect, it } from 'vitest';
import { missedBecause } from './missed-because.ts';

const open = { state: 'open', assigneeId: 'chen', tries: 0, nextTryAt: null } as const;
const later = '2026-03-13T02:00:00.000Z';

it.each([
  { name: 'nobody called', followup: open, why: 'nobody-called' },
  { name: 'nobody holds it', followup: { ...open, assigneeId: null }, why: 'nobody-holds-it' },
  { name: 'one try was not answered', followup: { ...open, tries: 1, nextTryAt: later }, why: 'no-answer' },
  { name: 'a later call was agreed', followup: { ...open, nextTryAt: later }, why: 'promised-later' },
  { name: 'it was done too late', followup: { ...open, state: 'done', tries: 2 }, why: 'settled-late' },
  { name: 'it was ended too late', followup: { ...open, state: 'ended' }, why: 'settled-late' },
] as const)('is missed because $name', ({ followup, why }) => {
  expect(missedBecause(followup)).toBe(why);
});
