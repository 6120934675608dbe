import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { listCharts } from './list-charts.ts';
import { countCharts, moveCharts } from './move-charts.ts';

describe('the charts of a day', () => {
  it('are pulled for who comes, counted with every difference explained, and kept by kind of who did not book', () =>
    inClinic(async (ctx, { clinicId }) => {
      const desk = await as(ctx, 'front_desk', { name: '小周' });
      const [comes, gone] = [await aCustomer(ctx, { name: '来的' }), await aCustomer(ctx, { name: '旧的' })];
      const startsAt = addHours(ctx.now, 2);
      await bookAppointment(
        ctx,
        BookAppointment.parse({ customerId: comes.id, clinicId, startsAt, minutes: 30 }),
      );
      const put = (customerIds: string[], place: 'desk' | 'shelf' | 'kept', keptAs: string | null = null) =>
        moveCharts(desk, { clinicId, customerIds, place, keptAs });
      await put([gone.id], 'desk');
      const morning = await listCharts(desk, { clinicId });
      expect(morning.lines.map(({ customerName, place }) => [customerName, place])).toEqual([
        ['来的', null],
        ['旧的', 'desk'],
      ]);
      expect(morning.expected).toEqual({ morning: 1, evening: 1 });

      await put([comes.id], 'desk');
      const evening = later(desk, addHours(ctx.now, 9));
      const count = { clinicId, part: 'evening', note: null } as const;
      await expect(countCharts(evening, { ...count, counted: 1 })).rejects.toMatchObject({
        ...{ code: 'difference-unexplained', details: { expected: 2 } },
      });
      const counted = await countCharts(evening, { ...count, counted: 1, note: '一本在二号诊室' });
      expect(counted.counts).toMatchObject([
        { part: 'evening', expected: 2, counted: 1, note: '一本在二号诊室', byName: '小周' },
      ]);
      await put([comes.id], 'shelf');
      const kept = await put([gone.id], 'kept', '正畸');
      expect(kept.lines.find(({ customerId }) => customerId === gone.id)).toMatchObject({
        ...{ place: 'kept', keptAs: '正畸', isComing: false, isBooked: false },
      });
      expect(kept.expected.evening).toBe(0);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'charts.counted', actorId: desk.actor.id });
      const other = await aClinic();
      await expect(listCharts(other.ctx, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
    }));
});
