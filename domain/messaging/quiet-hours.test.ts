import { expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import { quietUntil } from './quiet-hours.ts';
import { MessageRules, standardMessageRules } from './rule-set.ts';

const zone = 'Asia/Shanghai';

it.each([
  { kind: 'marketing', at: '08:59', goes: '2026-03-12T09:00' },
  { kind: 'marketing', at: '09:00', goes: null },
  { kind: 'marketing', at: '19:59', goes: null },
  { kind: 'marketing', at: '20:00', goes: '2026-03-13T09:00' },
  { kind: 'marketing', at: '00:00', goes: '2026-03-12T09:00' },
  { kind: 'care', at: '07:59', goes: '2026-03-12T08:00' },
  { kind: 'care', at: '08:00', goes: null },
  { kind: 'care', at: '20:59', goes: null },
  { kind: 'care', at: '21:00', goes: '2026-03-13T08:00' },
  { kind: 'service_notice', at: '23:30', goes: '2026-03-13T08:00' },
  { kind: 'otp', at: '03:00', goes: null },
] as const)('a $kind message at $at goes $goes', ({ kind, at, goes }) => {
  const now = instantAt(`2026-03-12T${at}`, zone);
  expect(quietUntil({ kind, isUrgent: false }, standardMessageRules, now, zone)).toBe(
    goes && instantAt(goes, zone),
  );
});

it('lets what is urgent through the night, and no offer', () => {
  const night = instantAt('2026-03-12T03:00', zone);
  expect(quietUntil({ kind: 'care', isUrgent: true }, standardMessageRules, night, zone)).toBeNull();
  expect(quietUntil({ kind: 'marketing', isUrgent: true }, standardMessageRules, night, zone)).not.toBeNull();
});

it.each([
  { marketingHours: { from: '07:59', to: '20:00' }, isTaken: false },
  { marketingHours: { from: '08:00', to: '22:00' }, isTaken: true },
  { marketingHours: { from: '08:00', to: '22:01' }, isTaken: false },
  { daysBetweenMarketing: 6, isTaken: false },
  { daysBetweenMarketing: 7, isTaken: true },
])('rules with $marketingHours $daysBetweenMarketing are taken: $isTaken', ({ isTaken, ...rules }) => {
  expect(MessageRules.safeParse(rules).success).toBe(isTaken);
});
