import { describe, expect, it } from 'vitest';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic } from '#tests/support/clinic.ts';
import { getRecord } from './get-record.ts';
import { endWarning, noteWarning } from './note-warning.ts';

const latex = { kind: 'allergy', words: '乳胶手套' } as const;

describe('a warning of the record', () => {
  it('stands on the record and the call sheet until it ends with a reason, and stays readable then', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const noted = await noteWarning(ctx, { id, ...latex });
      await expect(noteWarning(ctx, { id, ...latex, words: '乳胶 手套' })).rejects.toMatchObject({
        code: 'warned-already',
      });
      expect((await getCallSheet(ctx, { customerId: id })).customer.healthWarnings).toEqual([latex]);

      await endWarning(ctx, { id, warningId: noted.id, reason: '皮试阴性' });
      expect((await getCallSheet(ctx, { customerId: id })).customer.healthWarnings).toEqual([]);
      expect((await getRecord(ctx, { id })).healthWarnings).toMatchObject([
        { ...latex, endReason: '皮试阴性', endedAt: ctx.now },
      ]);
      await expect(endWarning(ctx, { id, warningId: noted.id, reason: '再一次' })).rejects.toMatchObject({
        code: 'not-found',
      });
      // What ended may be warned of again.
      await noteWarning(ctx, { id, ...latex });
      const actions = (await auditTrail(ctx)).map(({ action }) => action);
      expect(actions.filter((action) => action.startsWith('health-warning'))).toEqual([
        ...['health-warning.noted', 'health-warning.ended', 'health-warning.noted'],
      ]);
    }));

  it('is nothing to another organization', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { id: warningId } = await noteWarning(ctx, { id, ...latex });
      await inClinic(async (elsewhere) => {
        const missing = { code: 'not-found', subject: 'customer' };
        await expect(noteWarning(elsewhere, { id, ...latex })).rejects.toMatchObject(missing);
        await expect(endWarning(elsewhere, { id, warningId, reason: '不对' })).rejects.toMatchObject(missing);
      });
    }));
});
