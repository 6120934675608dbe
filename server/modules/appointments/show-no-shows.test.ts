import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours } from '#domain/base/time.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, later, morning } from '#tests/support/clinic.ts';
import { openVisit } from '../visits/open-visit.ts';
import { bookAppointment } from './book-appointment.ts';
import { cancelAppointment, confirmAppointment, missAppointment } from './cancel-appointment.ts';
import { getNoShows, showNoShows } from './show-no-shows.ts';

describe('who did not come', () => {
  it('is counted by clinic, doctor and customer, apart from what was cancelled', async () => {
    const { ctx, clinicId } = await aClinic();
    const doctorId = (await as(ctx, 'doctor', { name: '王医生' })).actor.id!;
    const [faithful, absent] = [
      await aCustomer(ctx, { name: '钱三' }),
      await aCustomer(ctx, { name: '吴四' }),
    ];
    const book = (customerId: string, hours: number) =>
      bookAppointment(
        ctx,
        BookAppointment.parse({
          ...{ customerId, clinicId, doctorId, minutes: 30, startsAt: addHours(morning, hours) },
        }),
      );
    const kept = await confirmAppointment(ctx, { ...(await book(faithful.id, 24)), answer: 'confirmed' });
    const missed = [await book(absent.id, 25), await book(absent.id, 26)];
    const why = { cancelledFor: 'customer', reason: '天气' } as const;
    await cancelAppointment(ctx, { ...(await book(absent.id, 27)), ...why });
    const evening = later(ctx, addHours(morning, 30));
    await openVisit(evening, { customerId: faithful.id, clinicId, appointmentId: kept.id });
    for (const each of missed) await missAppointment(evening, each);

    const figures = await showNoShows(ctx, { from: '2026-03-01', to: '2026-03-31' });
    const share = { total: 3, missed: 2 };
    expect(figures).toMatchObject({
      all: share,
      busiest: { day: '2026-03-13', total: 3 },
      clinics: [{ id: clinicId, ...share }],
      doctors: [{ name: '王医生', ...share }],
      customers: [{ id: absent.id, name: '吴四', total: 2, missed: 2, lastMissedOn: '2026-03-13' }],
      raw: { reminded: { total: 1, missed: 0 }, notReminded: { total: 2, missed: 2 } },
    });
    expect(figures.buckets[1]).toMatchObject({ from: 1, to: 2, reminded: { total: 1, missed: 0 } });
    expect(await getNoShows(ctx, absent)).toEqual({
      ...{ total: 2, missed: 2, cancelled: 1, lastMissedOn: '2026-03-13' },
    });
    expect((await showNoShows(ctx, { from: '2026-03-14', to: '2026-03-31' })).all.total).toBe(0);
  });

  it('is nobody’s in another organization', async () => {
    const { ctx } = await aClinic();
    const customer = await aCustomer(ctx);
    const other = await aClinic();
    await expect(getNoShows(other.ctx, customer)).rejects.toMatchObject({ code: 'not-found' });
  });
});
