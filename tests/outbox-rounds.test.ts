import { describe, expect, inject, it } from 'vitest';
import { violations } from '#scripts/outbox-rounds/checker.ts';
import type { Found } from '#scripts/outbox-rounds/checker.ts';
import type { Call } from '#scripts/outbox-rounds/provider.ts';
import { playOutbox } from '#scripts/outbox-rounds/rounds.ts';
import { killPoints } from '#server/modules/messaging/send-due.ts';
import { aClinic } from './support/clinic.ts';

describe('ten thousand messages, a provider that fails, and workers that die', () => {
  it(
    'are neither lost nor doubled, and what nobody knows is with a person',
    { timeout: 1_800_000 },
    async () => {
      const { ctx } = await aClinic();
      const outcome = await playOutbox(ctx, {
        ...{ messages: 10_000, seed: 20260312, faultShare: 0.3, killShare: 0.002, say: () => {} },
        processes: { databaseUrl: inject('applicationUrl'), rounds: killPoints.length + 2 },
      });
      expect(outcome.violations).toEqual([]);
      expect(outcome.calls).toBeGreaterThan(6_000);
      // Processes are killed at each point whose turn finds it; the others are passed by a worker that stops there.
      const points = new Set([...Object.keys(outcome.kills), ...Object.keys(outcome.killed)]);
      expect([...points].sort()).toEqual([...killPoints].sort());
      expect(Object.keys(outcome.killed).length).toBeGreaterThan(3);
    },
  );
});

describe('the checker', () => {
  const now = '2026-03-14T01:00:00.000Z';
  const call: Call = {
    ...{
      accountKind: 'tencent-sms',
      messageId: 'm',
      attemptId: 'a',
      to: '+86',
      at: '2026-03-12T01:00:00.000Z',
    },
    ...{ told: 'accepted', taken: true, wasTwin: false },
  };
  const message = {
    ...{ id: 'm', state: 'delivered', kind: 'care', reason: null, dueAt: '2026-03-12T01:00:00.000Z' },
    ...{ customerId: 'c', causeId: '1', templateKey: 't' },
  };
  const fine: Found = {
    ...{ planned: ['m'], messages: [message], calls: [call], receipts: { stored: 1, distinct: 1 }, now },
  };
  const later = { ...call, at: '2026-03-12T01:11:00.000Z' };

  it('finds nothing where nothing is', () => {
    expect(violations(fine)).toEqual([]);
  });

  it.each([
    { name: 'a message that is gone', found: { ...fine, messages: [], calls: [] }, breaks: 'G1' },
    {
      name: 'one that was forgotten',
      found: { ...fine, messages: [{ ...message, state: 'queued' }] },
      breaks: 'G1',
    },
    {
      name: 'one that hangs',
      found: { ...fine, messages: [{ ...message, state: 'sending' }] },
      breaks: 'G1',
    },
    {
      name: 'one in doubt that no person has',
      found: { ...fine, messages: [{ ...message, state: 'unknown' }] },
      breaks: 'G1',
    },
    {
      name: 'a blind repeat',
      found: { ...fine, calls: [{ ...call, told: 'unknown' as const, taken: false }, later] },
      breaks: 'G2',
    },
    {
      name: 'a repeat out of the window',
      found: {
        ...fine,
        calls: [call, later].map((one) => ({ ...one, accountKind: 'wechat-official' as const })),
      },
      breaks: 'G4',
    },
    { name: 'a receipt kept twice', found: { ...fine, receipts: { stored: 2, distinct: 1 } }, breaks: 'G5' },
    { name: 'twins', found: { ...fine, messages: [message, { ...message, id: 'n' }] }, breaks: 'G6' },
    {
      name: 'an arrival of what was never taken',
      found: { ...fine, calls: [{ ...call, taken: false }] },
      breaks: 'G3',
    },
  ])('finds $name', ({ found, breaks }) => {
    expect(violations(found).join()).toContain(breaks);
  });
});
