import { expect, it } from 'vitest';
import { purposes } from './protocol.ts';
import { waitsWhileFrozen } from './held-back.ts';

it.each([
  { purpose: 'marketing', event: 'deposit.untreated', waits: true },
  { purpose: 'service', event: 'birthday', waits: true },
  { purpose: 'service', event: 'appointment.cancelled', waits: false },
  { purpose: 'service', event: 'appointment.missed', waits: false },
  { purpose: 'medical', event: 'visit.closed', waits: false },
  { purpose: 'satisfaction', event: 'month.closed', waits: false },
  { purpose: 'complaint', event: 'satisfaction.low', waits: false },
] as const)('$purpose after $event waits while the customer is unhappy: $waits', ({ waits, ...followup }) => {
  expect(waitsWhileFrozen(followup)).toBe(waits);
});

it('never holds back what heals or what repairs', () => {
  const waiting = purposes.filter((purpose) => waitsWhileFrozen({ purpose, event: 'visit.closed' }));
  expect(waiting).toEqual(['marketing']);
});
