import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { Followup, RecordCall } from '#domain/followups/contract.ts';
import type { RetryPolicy } from '#domain/followups/retry-policy.ts';
import type { Context } from '#server/platform/context.ts';
import { listMessages } from '#server/modules/messaging/list-messages.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aFollowup } from './a-followup.fixture.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { publishRetryPolicy } from './publish-retry-policy.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

const silence = (followup: Followup): RecordCall =>
  ({
    ...{ customerId: followup.customerId, result: 'no_answer', channel: 'phone' },
    followups: [{ followupId: followup.id, version: followup.version, score: null, notes: null }],
  }) as RecordCall;

/** Whom nobody has reached yet. */
async function aSilentCustomer(ctx: Context): Promise<Followup> {
  const customer = await aCustomer(ctx, { name: '张三' });
  await aFollowup(ctx, customer, { opensAt: ctx.now, closesAt: addHours(ctx.now, 60) });
  return (await followupsOf(ctx, customer.id))[0]!;
}

const states = async (ctx: Context, customerId: string) =>
  (
    await Promise.all(
      (['by-hand', 'over'] as const).map((list) =>
        listMessages(ctx, { customerId, list, page: 1, pageSize: 20 }),
      ),
    )
  )
    .flatMap(({ items }) => items)
    .map(({ templateKey, state }) => [templateKey, state]);

describe('trying again', () => {
  it('changes the channel with the second silence: the customer is written to, and not where it was a slip', () =>
    inClinic(async (ctx) => {
      const agent = later(await as(ctx, 'cs_agent'), addHours(ctx.now, 1));
      const followup = await aSilentCustomer(ctx);
      const first = await recordCall(agent, silence(followup));
      expect(await states(agent, followup.customerId)).toEqual([]);

      const second = await recordCall(agent, silence(first.followups[0]!));
      expect(await states(agent, followup.customerId)).toEqual([['not-reached', 'by_hand']]);
      await undoCall(agent, { id: second.callId });
      expect(await states(agent, followup.customerId)).toEqual([['not-reached', 'dropped']]);
    }));

  it('is the organization’s to change, and stands on the call sheet', () =>
    inClinic(async (ctx) => {
      const supervisor = await as(ctx, 'cs_supervisor');
      const policy: RetryPolicy = {
        rungs: [{ wait: 'days', count: 3, message: true, channel: 'phone' }],
        ...{ fromHour: 10, toHour: 18 },
      };
      expect(await publishRetryPolicy(supervisor, { policy, version: 0 })).toMatchObject({
        version: 1,
        policy,
      });
      await expect(publishRetryPolicy(supervisor, { policy, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('retry-policy.published');

      const followup = await aSilentCustomer(ctx);
      const agent = await as(ctx, 'cs_agent');
      expect((await getCallSheet(agent, followup)).retry).toEqual(policy);
      const first = await recordCall(agent, silence(followup));
      // From nine in the morning to the afternoon, three days later.
      expect(first.followups[0]).toMatchObject({ nextTryAt: '2026-03-15T08:00:00.000Z', escalation: null });
      const second = await recordCall(agent, silence(first.followups[0]!));
      expect(second.followups[0]).toMatchObject({ escalation: 'unreachable' });
    }));
});
