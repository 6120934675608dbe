import { describe, expect, it } from 'vitest';
import { messagesAfter } from './after-call.ts';
import type { CallMade } from './after-call.ts';

const offer = { purpose: 'marketing', event: 'birthday' } as const;
const asked = { purpose: 'service', event: 'deposit.untreated' } as const;
const care = { purpose: 'medical', event: 'visit.closed' } as const;
const day = '2026-03-20';

describe('what is written after a call', () => {
  it.each([
    { name: 'an invitation is summed up', call: { followups: [offer] }, summary: true, address: false },
    { name: 'so is a word on the deposit', call: { followups: [asked] }, summary: true, address: false },
    {
      name: 'one of several matters is enough',
      call: { followups: [care, offer] },
      summary: true,
      address: false,
    },
    { name: 'care is not', call: { followups: [care] }, summary: false, address: false },
    {
      name: 'who agreed to come is told where',
      call: { followups: [offer], nextAppointmentOn: day },
      summary: true,
      address: true,
    },
    {
      name: 'also where it was no invitation',
      call: { followups: [care], nextAppointmentOn: day },
      summary: true,
      address: true,
    },
    {
      name: 'nobody is written to who did not answer',
      call: { result: 'no_answer', followups: [offer], nextAppointmentOn: day },
      summary: false,
      address: false,
    },
    {
      name: 'nor who refused',
      call: { result: 'refused', followups: [offer] },
      summary: false,
      address: false,
    },
    {
      name: 'nothing is offered before a result',
      call: { result: null, followups: [offer] },
      summary: false,
      address: false,
    },
  ] as const)('$name', ({ call, summary, address }) => {
    const made: CallMade = { result: 'reached', nextAppointmentOn: null, ...call };
    expect(messagesAfter(made)).toEqual({ summary, address });
  });
});
