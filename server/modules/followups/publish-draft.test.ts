import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aStep, drafted, published, standard, surgery } from './a-protocol.fixture.ts';
import { saveDraft } from './edit-draft.ts';
import { getFollowupHistory } from './get-followup-history.ts';
import { listProtocols } from './list-protocols.ts';
import { planVisits } from './plan-visit.ts';
import { previewMove, publishDraft } from './publish-draft.ts';
import { recordCall } from './record-call.ts';

const code = 'surgery';
const zone = 'Asia/Shanghai';
const sooner = { window: { kind: 'days' as const, opensDay: 1, dueDay: 2 } };
const operation = { categories: ['surgery' as const] };
const day14 = aStep({ key: 'day-14', window: { kind: 'days', opensDay: 10, dueDay: 14 } });

const ofSurgery = async (ctx: Parameters<typeof followupsOf>[0], customerId: string) =>
  (await followupsOf(ctx, customerId)).filter(({ protocolCode }) => protocolCode.startsWith(code));

describe('publishing a draft', () => {
  it('plans what happens from then on, keeps what was made, and leaves its audit row', () =>
    inClinic(async (ctx) => {
      const before = await aClosedVisit(ctx, operation);
      const view = await published(later(ctx, addHours(ctx.now, 1)), surgery(sooner));
      expect(view).toMatchObject({ draft: null, history: [{ version: 2 }, { version: 1 }] });
      expect(view.history[1]!.retiredAt).toBe(view.history[0]!.effectiveFrom);
      const after = await aClosedVisit(later(ctx, addHours(ctx.now, 2)), operation);
      const due = async (customerId: string) =>
        (await ofSurgery(ctx, customerId)).map(({ stepKey, dueAt }) => [stepKey, dayAt(dueAt, zone)])[0];
      expect(await due(before.customerId)).toEqual(['within-3-days', '2026-03-15']);
      expect(await due(after.customerId)).toEqual(['within-3-days', '2026-03-14']);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('protocol.published');
    }));

  it('does not plan again what happened before, however often it is told', () =>
    inClinic(async (ctx) => {
      const visit = await aClosedVisit(ctx, operation);
      const planned = await ofSurgery(ctx, visit.customerId);
      const then = later(ctx, addHours(ctx.now, 1));
      await published(then, surgery(sooner, [day14]));
      await inTransaction(then, (ctx) => planVisits(ctx, [{ type: 'visit.closed', visitId: visit.id }]));
      expect(await ofSurgery(ctx, visit.customerId)).toEqual(planned);
    }));

  it('for a later day leaves the days before to the version they have', () =>
    inClinic(async (ctx) => {
      const effectiveOn = addDays(dayAt(ctx.now, zone), 5);
      await published(ctx, surgery(sooner), { effectiveOn });
      const item = async () =>
        (await listProtocols(ctx)).items.find(({ definition }) => definition.code === code);
      expect(await item()).toMatchObject({ version: 1, comesAt: startOfDay(effectiveOn, zone) });
      const at = async (now: string) => {
        const visit = await aClosedVisit(later(ctx, now), operation);
        return (await ofSurgery(ctx, visit.customerId))[0]!.protocolVersion;
      };
      expect(await at(endOfDay(addDays(effectiveOn, -1), zone))).toBe(1);
      expect(await at(startOfDay(effectiveOn, zone))).toBe(2);
      await expect(published(ctx, surgery({}))).rejects.toMatchObject({ code: 'later-version-waits' });
    }));

  it('is refused for a day that is past, and from a draft that is not the newest', () =>
    inClinic(async (ctx) => {
      const { draft } = await drafted(ctx, surgery(sooner));
      const how = { code, made: 'keep' as const, note: null };
      const yesterday = addDays(dayAt(ctx.now, zone), -1);
      await expect(
        publishDraft(ctx, { ...how, version: draft!.version, effectiveOn: yesterday }),
      ).rejects.toMatchObject({ details: [{ path: 'effectiveOn', code: 'in-the-past' }] });
      await expect(publishDraft(ctx, { ...how, version: 9, effectiveOn: null })).rejects.toMatchObject({
        code: 'stale-version',
      });
    }));
});

describe('plans already made', () => {
  it('that were only levelled to another day are not said to change', () =>
    inClinic(async (ctx) => {
      await aClosedVisit(ctx, operation);
      await inTransaction(ctx, (ctx) =>
        sql`update followups set due_by_protocol = due_at, due_at = opens_at where org_id = ${ctx.orgId}`.execute(
          ctx.db,
        ),
      );
      await drafted(ctx, surgery({}));
      expect(await previewMove(ctx, { code, effectiveOn: null })).toMatchObject({
        plans: 1,
        changed: 0,
        added: 0,
      });
    }));

  it('are shown before they are moved, and then just those are', () =>
    inClinic(async (ctx) => {
      const visit = await aClosedVisit(ctx, operation);
      const then = later(ctx, addHours(ctx.now, 24));
      const [begun] = await ofSurgery(ctx, (await aClosedVisit(ctx, operation)).customerId);
      await recordCall(then, {
        customerId: begun!.customerId,
        ...{ result: 'no_answer', channel: 'phone', durationSeconds: null },
        followups: [{ followupId: begun!.id, version: begun!.version, score: null, notes: null }],
        ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
        refusesAllContact: false,
      });
      await drafted(then, surgery(sooner, [day14]));
      const preview = await previewMove(then, { code, effectiveOn: null });
      expect(preview).toMatchObject({ plans: 2, changed: 1, added: 2, kept: 5 });
      expect(preview.examples.find(({ dueBefore }) => dueBefore !== null)).toMatchObject({
        customerId: visit.customerId,
        customerName: '张三',
        dueBefore: endOfDay('2026-03-15', zone),
        dueAfter: endOfDay('2026-03-14', zone),
      });
      expect((await ofSurgery(ctx, visit.customerId))[0]!.dueAt).toBe(endOfDay('2026-03-15', zone));

      const old = await ofSurgery(ctx, visit.customerId);
      await published(then, surgery(sooner, [day14]), { made: 'move' });
      const moved = await ofSurgery(ctx, visit.customerId);
      expect(moved.map(({ stepKey, dueAt }) => [stepKey, dayAt(dueAt, zone)])).toEqual([
        ['within-3-days', '2026-03-14'],
        ['within-1-week', '2026-03-19'],
        ['day-14', '2026-03-26'],
        ['at-1-month', '2026-04-12'],
      ]);
      expect(moved.map(({ id }) => id)).toEqual(expect.arrayContaining(old.map(({ id }) => id)));
      const { dueAt: dueBefore } = old[0]!;
      expect((await getFollowupHistory(ctx, { id: moved[0]!.id })).changes).toMatchObject([
        { kind: 'moved', dueBefore, dueAfter: moved[0]!.dueAt },
      ]);
      expect((await ofSurgery(ctx, begun!.customerId))[0]).toMatchObject({
        id: begun!.id,
        dueAt: begun!.dueAt,
        tries: 1,
      });
    }));
});

describe('an addition', () => {
  it('plans its steps at its clinic beside the organization’s', () =>
    inClinic(async (ctx, { clinicId }) => {
      const definition = { ...standard(code), code: 'surgery-riverside', steps: [aStep(sooner), day14] };
      const place = { clinicId };
      await saveDraft(ctx, { code: definition.code, definition, addsTo: code, place, version: 0 });
      const how = { effectiveOn: null, made: 'keep' as const, note: '河畔门诊' };
      await publishDraft(ctx, { code: definition.code, version: 1, ...how });
      const visit = await aClosedVisit(ctx, { ...operation, customer: await aCustomer(ctx) });
      const owed = await ofSurgery(ctx, visit.customerId);
      expect(owed.map(({ protocolCode, stepKey }) => [protocolCode, stepKey])).toEqual([
        ['surgery-riverside', 'within-3-days'],
        ['surgery', 'within-1-week'],
        ['surgery-riverside', 'day-14'],
        ['surgery', 'at-1-month'],
      ]);
    }));
});
