import { describe, expect, it } from 'vitest';
import { addHours, addMinutes, instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { endFollowup } from '#server/modules/followups/end-followup.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { addHistory } from '#server/modules/visits/add-history.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { addCustomers } from './add-customers.ts';
import { listTimeline } from './list-timeline.ts';

const noAnswer = {
  result: 'no_answer',
  channel: 'phone',
  durationSeconds: null,
  problem: null,
  actionPlan: null,
  nextAppointmentOn: null,
  callBackAt: null,
  reason: null,
  refusesAllContact: false,
} as const;

describe('a customer’s timeline', () => {
  it('tells everything that happened, newest first', () =>
    inClinic(async (ctx, { clinicId }) => {
      const agent = later(await as(ctx, 'cs_agent', { name: '客服小周' }), addHours(ctx.now, 5));
      const supervisor = later(await as(ctx, 'cs_supervisor', { name: '主管老吴' }), addHours(ctx.now, 6));
      const customer = await aCustomer(ctx);
      await aClosedVisit(later(ctx, addMinutes(ctx.now, 30)), { customer });
      const [followup] = await followupsOf(ctx, customer.id);
      const heard = { followupId: followup!.id, score: null, notes: '响了很久' };
      const slip = await recordCall(agent, {
        ...noAnswer,
        customerId: customer.id,
        followups: [{ ...heard, version: followup!.version }],
      });
      await undoCall(agent, { id: slip.callId });
      const [again] = await followupsOf(ctx, customer.id);
      const call = await recordCall(later(agent, addMinutes(agent.now, 1)), {
        ...noAnswer,
        customerId: customer.id,
        followups: [{ ...heard, version: again!.version }],
      });
      await endFollowup(supervisor, { id: followup!.id, reason: '客户已移居国外' });
      await inTransaction(ctx, (ctx) =>
        addHistory(ctx, {
          appointments: [
            {
              id: newId(),
              clinicId,
              customerId: customer.id,
              number: null,
              startsAt: addHours(ctx.now, 100),
              day: '2026-03-16',
              bookedAt: null,
              state: 'booked',
            },
          ],
        }),
      );

      const { items, nextBefore } = await listTimeline(agent, { customerId: customer.id });

      expect(nextBefore).toBeNull();
      expect(new Set(items.map((entry) => entry.id)).size).toBe(items.length);
      expect(items).toMatchObject([
        {
          kind: 'appointment',
          at: addHours(ctx.now, 100),
          facts: {
            state: 'booked',
            startsAt: addHours(ctx.now, 100),
            bookedAt: null,
            clinicName: 'Riverside',
          },
        },
        {
          kind: 'followup-ended',
          at: supervisor.now,
          byName: '主管老吴',
          facts: {
            state: 'ended',
            reason: '客户已移居国外',
            stepZh: followup!.stepName.zh,
            stepEn: followup!.stepName.en,
          },
        },
        {
          kind: 'attempt',
          byName: '客服小周',
          facts: { callId: call.callId, result: 'no_answer', notes: '响了很久', tries: 1, undone: false },
        },
        { kind: 'attempt', facts: { callId: slip.callId, tries: 1, undone: true, nextTryAt: null } },
        {
          kind: 'followup-planned',
          facts: {
            protocolZh: followup!.protocolName.zh,
            stepEn: followup!.stepName.en,
            dueAt: followup!.dueAt,
            event: 'visit.closed',
            eventAt: addMinutes(ctx.now, 30),
          },
        },
        {
          kind: 'visit',
          at: addMinutes(ctx.now, 30),
          byName: 'Owner',
          facts: {
            kind: 'first',
            visitedOn: '2026-03-12',
            state: 'closed',
            treatments: [],
            clinicName: 'Riverside',
          },
        },
        { kind: 'created', at: ctx.now, byName: 'Owner', facts: { number: 'C000001' } },
      ]);
      const attempts = await listTimeline(agent, { customerId: customer.id, kind: 'attempt' });
      expect(attempts.items.map((entry) => entry.kind)).toEqual(['attempt', 'attempt']);
    }));

  it('says when the next try comes, and a reminder in the words of who set it', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const agent = await as(ctx, 'cs_agent', { name: '客服小周' });
      const { id, version } = await createReminder(agent, {
        customerId,
        assigneeId: agent.actor.id!,
        dueOn: '2026-03-12',
        matter: '问 一下 牙套',
      });
      const heard = { followupId: id, version, score: null, notes: null };
      const call = await recordCall(agent, { ...noAnswer, customerId, followups: [heard] });

      const { items } = await listTimeline(agent, { customerId });
      expect(items).toMatchObject([
        {
          kind: 'attempt',
          facts: { stepZh: '问 一下 牙套', nextTryAt: call.followups[0]!.nextTryAt, tries: 1 },
        },
        {
          kind: 'followup-planned',
          facts: { stepZh: '问 一下 牙套', assigneeName: '客服小周', event: 'manual' },
        },
        { kind: 'created' },
      ]);
    }));

  it('begins with the sheet a customer came from', () =>
    inClinic(async (ctx, { clinicId }) => {
      const [customerId] = await inTransaction(ctx, (ctx) =>
        addCustomers(ctx, [{ id: newId(), clinicId, number: '7', name: '张三', importBatchId: newId() }]),
      );
      const { items } = await listTimeline(ctx, { customerId: customerId! });
      expect(items).toMatchObject([{ kind: 'imported', byName: 'Owner', facts: { fileName: null } }]);
    }));

  it('is read page by page, all of it and nothing twice, also where much happens in one moment', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const visits = Array.from({ length: 60 }, (_, index) => {
        const openedAt = instantOf(millisecondsOf(ctx.now) - Math.floor(index / 20) * 3_600_000);
        const common = { clinicId, customerId };
        return {
          visit: {
            ...common,
            id: newId(),
            kind: 'return' as const,
            visitedOn: '2026-03-12',
            openedAt,
            closedAt: ctx.now,
          },
          appointment: {
            ...common,
            id: newId(),
            number: null,
            startsAt: openedAt,
            day: '2026-03-12',
            bookedAt: null,
            state: 'kept' as const,
          },
        };
      });
      await inTransaction(ctx, (ctx) =>
        addHistory(ctx, {
          visits: visits.map((each) => each.visit),
          appointments: visits.map((each) => each.appointment),
        }),
      );

      const told: TimelineEntry[] = [];
      let before: string | null | undefined;
      do {
        const page = await listTimeline(ctx, { customerId, ...(before && { before }) });
        expect(page.items.length).toBeLessThanOrEqual(50);
        told.push(...page.items);
        before = page.nextBefore;
      } while (before);

      expect(told).toHaveLength(121);
      expect(new Set(told.map((entry) => entry.id)).size).toBe(121);
      expect(told.map((entry) => entry.at)).toEqual(
        told
          .map((entry) => entry.at)
          .sort()
          .reverse(),
      );
      await expect(listTimeline(ctx, { customerId, before: 'yesterday' })).rejects.toMatchObject({
        code: 'invalid',
      });
    }));

  it('tells each reader only what they may read', () =>
    inClinic(async (ctx) => {
      const { customerId } = await aClosedVisit(ctx);
      const kinds = async (who: Context) =>
        (await listTimeline(who, { customerId })).items.map((entry) => entry.kind);
      const script = {
        ...ctx,
        actor: { ...ctx.actor, permissions: ['customers.read', 'visits.read'] as const },
      };
      expect(await kinds(script)).toEqual(['visit', 'created']);
      await expect(listTimeline(script, { customerId, kind: 'attempt' })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(kinds(await as(ctx, 'admin'))).rejects.toMatchObject({ code: 'forbidden' });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      await expect(kinds(await as(ctx, 'nurse', { clinicIds: [other.id] }))).rejects.toMatchObject({
        code: 'not-found',
      });
      await inClinic(async (elsewhere) => {
        await expect(kinds(elsewhere)).rejects.toMatchObject({ code: 'not-found', id: customerId });
      });
    }));
});
