import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { addHistory } from './add-history.ts';
import type { PastVisit } from './add-history.ts';
import { closeVisit } from './close-visit.ts';
import { listVisits } from './list-visits.ts';
import { openVisit } from './open-visit.ts';

const anOpenVisit = async (ctx: Context) => {
  const { id: customerId, clinicId } = await aCustomer(ctx);
  return openVisit(ctx, { customerId, clinicId, chiefComplaint: null });
};
const announced = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('outbox_events')
      .select('payload')
      .where('org_id', '=', ctx.orgId)
      .where('type', '=', 'visit.closed')
      .execute(),
  );
const lastVisitOn = async (ctx: Context, id: string) => (await getCustomer(ctx, { id })).lastVisitOn;

describe('closing a visit', () => {
  it('tells the house, is on record, and stands on the customer’s list', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      const nurse = later(await as(ctx, 'nurse'), addHours(ctx.now, 1));
      expect(await lastVisitOn(ctx, visit.customerId)).toBeNull();

      const closed = await closeVisit(nurse, { id: visit.id, version: 1 });

      expect(closed).toEqual({ ...visit, state: 'closed', closedAt: nurse.now, version: 2 });
      expect(await announced(ctx)).toEqual([{ payload: { visitId: visit.id } }]);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'visit.closed', actorId: nurse.actor.id });
      expect(await lastVisitOn(ctx, visit.customerId)).toBe('2026-03-12');
      expect((await getCustomer(ctx, { id: visit.customerId })).version).toBe(1);
    }));

  it('cannot be done twice, and not by who saw an older visit', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      await expect(closeVisit(ctx, { id: visit.id, version: 7 })).rejects.toMatchObject({
        code: 'stale-version',
        details: { current: visit },
      });
      const close = () => closeVisit(ctx, { id: visit.id, version: 1 });
      const outcomes = await Promise.allSettled([close(), close()]);
      expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toMatchObject({
        code: 'already-closed',
      });
      expect(await announced(ctx)).toHaveLength(1);
    }));

  it('is refused to who may not, and to who does not see the visit', () =>
    inClinic(async (ctx) => {
      const visit = await anOpenVisit(ctx);
      const close = { id: visit.id, version: 1 };
      await expect(closeVisit(await as(ctx, 'cs_agent'), close)).rejects.toMatchObject({ code: 'forbidden' });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const desk = await as(ctx, 'front_desk', { clinicIds: [other.id] });
      await expect(closeVisit(desk, close)).rejects.toMatchObject({ code: 'not-found', id: visit.id });
      await inClinic(async (elsewhere) => {
        await expect(closeVisit(elsewhere, close)).rejects.toMatchObject({ code: 'not-found' });
      });
      expect(await announced(ctx)).toEqual([]);
      expect((await listVisits(ctx, {})).items).toEqual([visit]);
    }));
});

describe('what happened before', () => {
  it('is added once, and the customer’s list knows the last of it', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const appointment = {
        id: newId(),
        clinicId,
        customerId,
        number: '5642903',
        startsAt: '2026-03-01T02:00:00.000Z',
        day: '2026-03-01',
        bookedAt: null,
        state: 'kept' as const,
      };
      const visit: PastVisit = {
        id: newId(),
        clinicId,
        customerId,
        appointmentId: appointment.id,
        kind: 'first',
        visitedOn: '2026-03-01',
        openedAt: '2026-03-01T02:00:00.000Z',
        closedAt: '2026-03-01T10:00:00.000Z',
      };
      const treatment = {
        id: newId(),
        visitId: visit.id,
        customerId,
        category: 'filling',
        name: '补牙',
        position: 0,
      } as const;
      const history = { appointments: [appointment], visits: [visit], treatments: [treatment] };

      const added = await inTransaction(ctx, (ctx) => addHistory(ctx, history));
      expect(added).toEqual({
        appointments: [appointment.id],
        visits: [visit.id],
        treatments: [treatment.id],
      });
      expect(await lastVisitOn(ctx, customerId)).toBe('2026-03-01');
      expect((await listVisits(ctx, { customerId })).items).toMatchObject([
        { id: visit.id, state: 'closed', treatments: [{ name: '补牙' }] },
      ]);

      const sameAgain = {
        appointments: [{ ...appointment, id: newId() }],
        visits: [{ ...visit, id: newId() }],
        treatments: [treatment],
      };
      expect(await inTransaction(ctx, (ctx) => addHistory(ctx, sameAgain))).toEqual({
        appointments: [],
        visits: [],
        treatments: [],
      });
    }));
});
