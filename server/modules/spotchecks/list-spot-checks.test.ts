import { describe, expect, it } from 'vitest';
import { addHours, addMinutes, dayAt } from '#domain/base/time.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Context } from '#server/platform/context.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { listSpotChecks } from './list-spot-checks.ts';
import { reviewCall } from './review-call.ts';

/** A customer who came yesterday is called, and this is written down. */
async function aCall(
  caller: Context,
  name: string,
  heard: { notes: string; seconds: number },
): Promise<string> {
  const customer = await aCustomer(caller, { name });
  await aClosedVisit(caller, { customer });
  const [followup] = await followupsOf(caller, customer.id);
  const { callId } = await recordCall(
    later(caller, addMinutes(caller.now, 90)),
    RecordCall.parse({
      customerId: customer.id,
      result: 'reached',
      durationSeconds: heard.seconds,
      followups: [{ followupId: followup!.id, version: followup!.version, score: 9, notes: heard.notes }],
    }),
  );
  return callId;
}

const same = '恢复得很好，没有任何不舒服';

describe('the day after', () => {
  it('shows the supervisor the answers of the day, what is doubtful first, with the reason', () =>
    inClinic(async (ctx) => {
      await aCall(ctx, '正常一', { notes: '牙龈还有点肿，已约周五复查', seconds: 140 });
      await aCall(ctx, '太短', { notes: '说在开会，也都说了挺好', seconds: 8 });
      await aCall(ctx, '一样一', { notes: same, seconds: 60 });
      await aCall(ctx, '一样二', { notes: `${same}。`, seconds: 60 });
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      const supervisor = await as(tomorrow, 'cs_supervisor');
      const { items, ...figures } = await listSpotChecks(supervisor, {});
      expect(figures).toEqual({ day: dayAt(ctx.now, ctx.zone), answers: 4, doubted: 3, reviewed: 0 });
      expect(
        items
          .slice(0, 3)
          .map(({ customerName }) => customerName)
          .sort(),
      ).toEqual(['一样一', '一样二', '太短']);
      expect(items[3]).toMatchObject({ customerName: '正常一', signs: [], scores: [9], isOwn: false });
      expect((await listSpotChecks(supervisor, { day: '2026-03-01' })).items).toEqual([]);
      const other = await aClinic(tomorrow.now);
      expect((await listSpotChecks(other.ctx, {})).answers).toBe(0);
    }));
});

describe('a call for followups of two clinics', () => {
  it('is one record, which a supervisor of either may judge', () =>
    inClinic(async (ctx, { clinicId }) => {
      const there = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const customer = await aCustomer(ctx, { clinicId });
      await aClosedVisit(ctx, { customer });
      await aClosedVisit({ ...ctx, clinicId: there.id }, { customer: { ...customer, clinicId: there.id } });
      const followups = await followupsOf(ctx, customer.id);
      expect(new Set(followups.map((each) => each.clinicId)).size).toBe(2);
      const { callId } = await recordCall(
        later(ctx, addMinutes(ctx.now, 90)),
        RecordCall.parse({
          ...{ customerId: customer.id, result: 'reached', durationSeconds: 90 },
          followups: followups.map(({ id, version }) => ({ followupId: id, version, score: 9, notes: same })),
        }),
      );
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      expect(await listSpotChecks(await as(tomorrow, 'cs_supervisor'), {})).toMatchObject({
        ...{ answers: 1, doubted: 0, items: [{ callId, scores: [9, 9] }] },
      });
      for (const [version, place] of [clinicId, there.id].entries()) {
        const supervisor = await as(tomorrow, 'cs_supervisor', { clinicIds: [place] });
        expect((await listSpotChecks(supervisor, {})).items).toMatchObject([{ callId, scores: [9] }]);
        await reviewCall(supervisor, { id: callId, verdict: 'fine', note: null, version });
      }
    }));
});

describe('words copied from a record in another clinic', () => {
  it('are a sign to whoever looks, and the same one is kept with the verdict', () =>
    inClinic(async (ctx, { clinicId }) => {
      const id = await aCall(ctx, '一样一', { notes: same, seconds: 60 });
      const there = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const away = { ...ctx, clinicId: there.id };
      const customer = await aCustomer(away, { name: '一样二', clinicId: there.id });
      await aClosedVisit(away, { customer: { ...customer, clinicId: there.id } });
      const [followup] = await followupsOf(ctx, customer.id);
      expect(followup).toMatchObject({ clinicId: there.id });
      const { id: followupId, version } = followup!;
      await recordCall(
        later(ctx, addMinutes(ctx.now, 120)),
        RecordCall.parse({
          ...{ customerId: customer.id, result: 'reached', durationSeconds: 60 },
          followups: [{ followupId, version, score: 9, notes: same }],
        }),
      );
      const tomorrow = later(ctx, addHours(ctx.now, 24));

      for (const clinicIds of [[clinicId], [clinicId, there.id]]) {
        const seen = await listSpotChecks(await as(tomorrow, 'cs_supervisor', { clinicIds }), {});
        expect(seen).toMatchObject({ answers: clinicIds.length, doubted: clinicIds.length });
        expect(seen.items.find(({ callId }) => callId === id)!.signs).toEqual(['same-words']);
      }
      const supervisor = await as(tomorrow, 'cs_supervisor', { clinicIds: [clinicId] });
      await reviewCall(supervisor, { id, verdict: 'fine', note: null, version: 0 });
      const kept = await inTransaction(ctx, (ctx) =>
        ctx.db
          .selectFrom('call_reviews')
          .select('signs')
          .where('org_id', '=', ctx.orgId)
          .where('call_id', '=', id)
          .executeTakeFirstOrThrow(),
      );
      expect(kept.signs).toEqual(['same-words']);
    }));
});

describe('a record that was looked at', () => {
  it('is judged by another person, with words where it is doubted, and can be judged anew', () =>
    inClinic(async (ctx) => {
      const caller = await as(ctx, 'cs_supervisor', { name: '自己' });
      const id = await aCall(caller, '太短', { notes: '挺好', seconds: 5 });
      const tomorrow = later(ctx, addHours(ctx.now, 24));
      const supervisor = await as(tomorrow, 'cs_supervisor', { name: '李主管' });
      const faked = { id, verdict: 'faked', note: '通话记录里没有这个号码', version: 0 } as const;
      await expect(reviewCall(later(caller, tomorrow.now), faked)).rejects.toMatchObject({
        code: 'own-record',
      });
      await reviewCall(supervisor, faked);
      await expect(reviewCall(supervisor, faked)).rejects.toMatchObject({ code: 'reviewed-meanwhile' });
      expect((await listSpotChecks(supervisor, {})).items).toMatchObject([
        {
          verdict: 'faked',
          verdictNote: faked.note,
          reviewedByName: '李主管',
          version: 1,
          signs: ['too-short'],
        },
      ]);
      await reviewCall(supervisor, { id, verdict: 'fine', note: '换了工作手机，已补通话单', version: 1 });
      expect(await listSpotChecks(supervisor, {})).toMatchObject({
        reviewed: 1,
        items: [{ verdict: 'fine' }],
      });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'call.reviewed', actorId: supervisor.actor.id });

      const other = await aClinic(tomorrow.now);
      await expect(reviewCall(other.ctx, { ...faked, version: 2 })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
