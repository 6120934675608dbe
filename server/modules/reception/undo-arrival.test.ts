import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { listVisits } from '#server/modules/visits/list-visits.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic } from '#tests/support/clinic.ts';
import { editVisit } from '../visits/edit-visit.ts';
import { moveStage } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';
import { sayWord } from './say-word.ts';
import { showBoard } from './show-board.ts';
import { undoArrival } from './undo-arrival.ts';

const reason = '登记错了人';

describe('an arrival of the wrong person', () => {
  it('is taken back: they are expected as before, the next one has their number, and the trace says why', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const { id: appointmentId } = await bookAppointment(
        ctx,
        BookAppointment.parse({ customerId, clinicId, startsAt: addHours(ctx.now, 1), minutes: 30 }),
      );
      const { visitId } = await receiveCustomer(ctx, { customerId, clinicId, appointmentId });
      await askForm(ctx, {
        ...{ id: customerId, code: 'intake-dental', source: 'link', visitId, followupId: null, send: false },
      });
      const { version } = await moveStage(ctx, { visitId, to: 'waiting' });
      await sayWord(ctx, { visitId, toldMinutes: 10 });

      await expect(undoArrival(ctx, { visitId, version: version - 1, reason })).rejects.toMatchObject({
        code: 'stale-version',
      });
      await undoArrival(ctx, { visitId, version, reason });

      expect((await showBoard(ctx, { clinicId })).cards).toMatchObject([
        { id: appointmentId, visitId: null, stage: 'expected', kind: 'first' },
      ]);
      expect((await inTransaction(ctx, (ctx) => listVisits(ctx, { customerId }))).items).toEqual([]);
      expect(await receiveCustomer(ctx, { customerId, clinicId, appointmentId })).toMatchObject({
        ...{ number: 1, kind: 'first' },
      });
      expect(await auditTrail(ctx)).toContainEqual({
        ...{ action: 'visit.arrival-undone', actorId: ctx.actor.id },
      });
    }));

  it('stays once somebody was treated, or something was written', () =>
    inClinic(async (ctx, { clinicId }) => {
      const { id: customerId } = await aCustomer(ctx);
      const { visitId, version } = await receiveCustomer(ctx, { customerId, clinicId });
      const treatment = { category: 'filling', name: '补牙', teamId: null, doctorId: null } as const;
      await editVisit(ctx, {
        ...{ id: visitId, version: 1, treatments: [{ ...treatment, finishesCourse: false }] },
      });
      await expect(undoArrival(ctx, { visitId, version, reason })).rejects.toMatchObject({
        code: 'visit-has-records',
      });
      const treated = await moveStage(ctx, { visitId, to: 'in-treatment' });
      await expect(undoArrival(ctx, { visitId, version: treated.version, reason })).rejects.toMatchObject({
        code: 'treated-already',
      });
      await inClinic(async (elsewhere) =>
        expect(undoArrival(elsewhere, { visitId, version, reason })).rejects.toMatchObject({
          code: 'not-found',
        }),
      );
    }));
});
