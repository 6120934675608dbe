import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { revealPhone } from './reveal-phone.ts';

const reveals = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('audit_entries')
      .select(['actor_id as actorId', 'subject_id as subjectId', 'reason'])
      .where('org_id', '=', ctx.orgId)
      .where('action', '=', 'customer.phone-revealed')
      .execute(),
  );

/** As if that many numbers had been looked at already. */
const revealedBefore = (ctx: Context, times: number) =>
  inTransaction(ctx, async (ctx) => {
    for (let time = 0; time < times; time += 1) await recordAudit(ctx, { action: 'customer.phone-revealed' });
  });

describe('revealing a phone', () => {
  it('shows the whole number once, and who looked and why is on record', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { phone: '13800001234' });
      const agent = await as(ctx, 'cs_agent');

      expect(await revealPhone(agent, { id, reason: '电话不通，改用微信' })).toEqual({
        phone: '+8613800001234',
      });
      expect(await reveals(ctx)).toEqual([
        { actorId: agent.actor.id, subjectId: id, reason: '电话不通，改用微信' },
      ]);
    }));

  it('ends with the day’s quota, also for two requests at once, and begins again the next day', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const consultant = await as(ctx, 'consultant');
      await revealedBefore(consultant, 58);
      await revealedBefore(await as(ctx, 'consultant'), 5);
      const asked = await Promise.allSettled(
        [1, 2, 3].map(() => revealPhone(consultant, { id, reason: '回电' })),
      );

      expect(asked.filter((each) => each.status === 'fulfilled')).toHaveLength(2);
      expect(asked.find((each) => each.status === 'rejected')!.reason).toMatchObject({
        code: 'reveal-quota',
        details: { perDay: 60 },
      });
      const lateTonight = later(consultant, addHours(ctx.now, 14));
      await expect(revealPhone(lateTonight, { id, reason: '回电' })).rejects.toMatchObject({
        code: 'reveal-quota',
      });
      const tomorrow = later(consultant, addHours(ctx.now, 16));
      await expect(revealPhone(tomorrow, { id, reason: '回电' })).resolves.toBeDefined();
    }));

  it('says so where there is no phone', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { phone: null });
      await expect(revealPhone(ctx, { id, reason: '回电' })).rejects.toMatchObject({ code: 'no-phone' });
    }));

  it('is refused to who may not, in another clinic and in another organization, without a reveal on record', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const ask = { id, reason: '回电' };
      await expect(revealPhone(await as(ctx, 'admin'), ask)).rejects.toMatchObject({ code: 'forbidden' });
      const other = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const agent = await as(ctx, 'cs_agent', { clinicIds: [other.id] });
      await expect(revealPhone(agent, ask)).rejects.toMatchObject({ code: 'not-found' });
      await inClinic(async (elsewhere) => {
        await expect(revealPhone(elsewhere, ask)).rejects.toMatchObject({ code: 'not-found' });
        expect(await reveals(elsewhere)).toEqual([]);
      });
      expect(await reveals(ctx)).toEqual([]);
    }));
});
