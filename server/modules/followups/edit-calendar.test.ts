import { describe, expect, it } from 'vitest';
import { dayAt } from '#domain/base/time.ts';
import { aClosedVisit, followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic } from '#tests/support/clinic.ts';
import { getCalendar, saveCalendar } from './edit-calendar.ts';

const monToFri = {
  ...{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', keepsHolidays: true },
  ...{ openOn: [], closedOn: [] },
};

describe('the days a clinic works', () => {
  it('are every day, until it says otherwise; what is planned then keeps to them', () =>
    inClinic(async (ctx, { clinicId: id }) => {
      expect(await getCalendar(ctx, { id })).toMatchObject({ calendar: null, version: 0 });
      const dueOn = async () => {
        const { customerId } = await aClosedVisit(ctx, { categories: ['surgery'] });
        const owed = (await followupsOf(ctx, customerId)).find(({ stepKey }) => stepKey === 'within-3-days')!;
        return [dayAt(owed.dueAt, ctx.zone), dayAt(owed.closesAt, ctx.zone)];
      };
      // Three days after a Thursday is a Sunday.
      expect(await dueOn()).toEqual(['2026-03-15', '2026-03-15']);
      const saved = await saveCalendar(ctx, { id, calendar: monToFri, version: 0 });
      expect(saved).toMatchObject({ calendar: monToFri, holidaysKnownThrough: 2026, version: 1 });
      expect(await dueOn()).toEqual(['2026-03-13', '2026-03-15']);
      await expect(saveCalendar(ctx, { id, calendar: null, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('clinic.calendar-edited');
    }));

  it('are of a clinic that one may see', () =>
    inClinic(async (ctx, { clinicId: id }) => {
      const elsewhere = await as(ctx, 'manager', { clinicIds: [] });
      await expect(getCalendar(elsewhere, { id })).rejects.toMatchObject({ code: 'not-found' });
      await inClinic(async (other) => {
        await expect(getCalendar(other, { id })).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});
