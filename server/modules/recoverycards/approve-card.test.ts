import { describe, expect, it } from 'vitest';
import { standardCards } from '#domain/recoverycards/standard-cards.ts';
import type { RecoveryCard } from '#domain/recoverycards/card.ts';
import type { Context } from '#server/platform/context.ts';
import { addHours } from '#domain/base/time.ts';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { approveCard } from './approve-card.ts';
import { getCard, listCards } from './get-card.ts';
import { discardCard, writeCard } from './write-card.ts';

const conflict = (code: string) => expect.objectContaining({ code });
const extraction = standardCards.find(({ code }) => code === 'extraction')!;
const named = (zh: string): RecoveryCard => ({ ...extraction, name: { ...extraction.name, zh } });
const rowOf = async (ctx: Context) => (await listCards(ctx)).items.find(({ code }) => code === 'extraction');
const code = 'extraction';

describe('a recovery card', () => {
  it('is shown as it ships, and says so, until a doctor of the clinic answers for it', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['extraction'] });
      const onSheet = async (hours: number) =>
        (await getCallSheet(later(ctx, addHours(ctx.now, hours)), { customerId: customer.id })).cards;
      expect(await onSheet(24)).toMatchObject([
        { code, version: 0, isApproved: false, day: 1, days: { from: 0 } },
      ]);

      const doctor = await as(ctx, 'doctor', { name: '陈医生' });
      await approveCard(doctor, { code, version: 0 });

      expect(await onSheet(48)).toMatchObject([{ version: 1, isApproved: true, day: 2, days: { from: 2 } }]);
      expect(await onSheet(24 * 15)).toEqual([]);
      expect(await rowOf(ctx)).toMatchObject({ version: 1, approvedByName: '陈医生', waitsSince: null });
      await expect(approveCard(doctor, { code, version: 0 })).rejects.toEqual(conflict('already-approved'));
    }));

  it('that was written anew waits for a doctor who did not write it, and keeps what was before', () =>
    inClinic(async (ctx) => {
      const [doctor, other] = [await as(ctx, 'doctor'), await as(ctx, 'doctor')];
      const writing = { ...ctx, actor: { ...ctx.actor, id: doctor.actor.id } };
      await writeCard(writing, { code, definition: named('拔牙后'), version: 0 });
      await expect(writeCard(ctx, { code, definition: named('拔牙以后'), version: 0 })).rejects.toEqual(
        conflict('stale-version'),
      );
      await writeCard(ctx, { code, definition: named('拔牙以后'), version: 1 });
      expect(await getCard(ctx, { code })).toMatchObject({
        ...{ version: 2, inForce: { version: 0 }, waiting: { definition: { name: { zh: '拔牙以后' } } } },
      });
      await expect(approveCard(doctor, { code, version: 2 })).rejects.toEqual(conflict('own-card'));
      await expect(approveCard(ctx, { code, version: 2 })).rejects.toEqual(conflict('only-a-doctor'));

      await approveCard(other, { code, version: 2 });

      expect((await getCard(ctx, { code })).history.map(({ version }) => version)).toEqual([1, 0]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['recovery-card.written', 'recovery-card.approved']),
      );
    }));

  it('that promises is approved by nobody, and may be thrown away', () =>
    inClinic(async (ctx) => {
      const doctor = await as(ctx, 'doctor');
      await writeCard(ctx, { code, definition: named('保证不疼'), version: 0 });
      await expect(approveCard(doctor, { code, version: 1 })).rejects.toEqual(conflict('card-promises'));
      await discardCard(ctx, { code, version: 1 });
      expect(await getCard(ctx, { code })).toMatchObject({ waiting: null, version: 0 });
    }));

  it('is counted from the last time it was done, also on a day it says nothing of', () =>
    inClinic(async (ctx) => {
      const definition = { ...extraction, days: [{ ...extraction.days[0]!, from: 1, to: 10 }] };
      await writeCard(ctx, { code, definition, version: 0 });
      await approveCard(await as(ctx, 'doctor'), { code, version: 1 });
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['extraction'] });
      const again = later(ctx, addHours(ctx.now, 48));
      const cards = async () => (await getCallSheet(again, { customerId: customer.id })).cards;
      expect(await cards()).toMatchObject([{ code, day: 2 }]);
      await aClosedVisit(again, { customer, categories: ['extraction'] });
      expect(await cards()).toEqual([]);
    }));

  it('is its organization’s own', () =>
    inClinic(async (ctx) => {
      await writeCard(ctx, { code, definition: named('拔牙后'), version: 0 });
      const { ctx: other } = await aClinic();
      expect((await getCard(other, { code })).waiting).toBeNull();
    }));
});
