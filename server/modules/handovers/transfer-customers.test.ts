import { describe, expect, it } from 'vitest';
import type { TransferCustomers } from '#domain/handovers/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { moveOwner } from '#server/modules/customers/move-owners.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { disableStaff } from '#server/modules/staff/edit-staff.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClosedConsultation } from '#tests/support/consultations.ts';
import { aClinic, as, auditTrail, inClinic, settled } from '#tests/support/clinic.ts';
import { countCustomersOf, listLeftOwners } from './list-left-owners.ts';
import { placeCustomers, previewPlacing } from './place-customers.ts';
import { previewTransfer, transferCustomers } from './transfer-customers.ts';

const asked = (of: Pick<TransferCustomers, 'which' | 'toId'>): TransferCustomers => ({
  kind: 'consultant',
  reason: '调整分工',
  after: null,
  ...of,
});

function aReminder(ctx: Context, customerId: string) {
  const due = { dueOn: '2026-03-20', matter: '问候' };
  return createReminder(ctx, { customerId, assigneeId: ctx.actor.id!, ...due });
}

describe('handing many customers to a colleague', () => {
  it('tries it out, names who is refused and why, and then moves the others with what is owed to them', () =>
    inClinic(async (ctx, { clinicId }) => {
      const wang = await as(ctx, 'consultant', { name: '王敏' });
      const li = await as(ctx, 'consultant', { name: '李静', clinicIds: [clinicId] });
      const hill = await createClinic(ctx, { name: 'Uphill', timezone: 'Asia/Shanghai' });
      const owned = await aCustomer(ctx, { name: '张三', ownerId: wang.actor.id });
      const free = await aCustomer(ctx, { name: '李四' });
      const theirs = await aCustomer(ctx, { name: '王五', ownerId: li.actor.id });
      await aCustomer(ctx, { name: '赵六', clinicId: hill.id });
      const waits = await aCustomer(ctx, { name: '孙七', ownerId: li.actor.id });
      await inTransaction(ctx, (ctx) =>
        moveOwner(
          ctx,
          { customerId: waits.id, kind: 'consultant', toId: null },
          { how: 'released', returnsOn: '2026-03-13' },
        ),
      );
      await aReminder(wang, owned.id);

      const transfer = asked({ which: { filter: {} }, toId: li.actor.id! });
      const { reason: _reason, after: _after, ...wish } = transfer;
      const preview = await previewTransfer(ctx, wish);
      expect(preview).toMatchObject({ moved: 2, refusedTotal: 3, followups: 1 });
      expect(preview.refused.map(({ name, reason }) => [name, reason])).toEqual([
        ['王五', 'already-theirs'],
        ['赵六', 'other-clinic'],
        ['孙七', 'cooldown'],
      ]);
      expect(await getCustomer(ctx, owned)).toMatchObject({ ownerId: wang.actor.id });

      expect(await transferCustomers(ctx, transfer)).toMatchObject({
        moved: 2,
        refusedTotal: 3,
        looked: 5,
        next: null,
      });
      await settled(ctx);
      for (const { id } of [owned, free, theirs])
        expect(await getCustomer(ctx, { id })).toMatchObject({ ownerId: li.actor.id });
      expect(await followupsOf(ctx, owned.id)).toMatchObject([{ assigneeId: li.actor.id }]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['customer.owner-transferred', 'customer.owner-assigned']),
      );
    }));

  it('takes chosen ones only, of clinics that are seen, and gives them to nobody who is not here', () =>
    inClinic(async (ctx) => {
      const hill = await createClinic(ctx, { name: 'Uphill', timezone: 'Asia/Shanghai' });
      const li = await as(ctx, 'consultant', { name: '李静' });
      const near = await aCustomer(ctx);
      const far = await aCustomer(ctx, { name: '李四', clinicId: hill.id });
      const supervisor = await as(ctx, 'cs_supervisor', { clinicIds: [near.clinicId] });
      const ids = [near.id, far.id];

      const done = await transferCustomers(supervisor, asked({ which: { ids }, toId: li.actor.id! }));
      expect(done).toMatchObject({ moved: 1, refused: [{ id: far.id, name: '', reason: 'not-found' }] });
      const stranger = asked({ which: { ids }, toId: (await aClinic()).ctx.actor.id! });
      await expect(transferCustomers(ctx, stranger)).rejects.toMatchObject({ code: 'not-found' });
      await disableStaff(ctx, { id: li.actor.id! });
      await expect(
        previewTransfer(ctx, { which: { ids }, kind: 'consultant', toId: li.actor.id! }),
      ).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});

describe('the customers of somebody who left', () => {
  it('stand without an owner until they are spread, and what is owed to them goes along', () =>
    inClinic(async (ctx) => {
      const gone = await as(ctx, 'web_consultant', { name: '王敏' });
      const li = await as(ctx, 'web_consultant', { name: '李静' });
      const wu = await as(ctx, 'web_consultant', { name: '吴桐' });
      const customers = [];
      for (const name of ['张三', '李四', '王五'])
        customers.push(await aCustomer(ctx, { name, webConsultantId: gone.actor.id }));
      await aClosedConsultation(gone, customers[0]!.id);
      const place = {
        id: gone.actor.id!,
        kind: 'web_consultant',
        toIds: [li.actor.id!, wu.actor.id!],
      } as const;
      const asking = { ...place, toIds: [...place.toIds] };
      await expect(previewPlacing(ctx, asking)).rejects.toMatchObject({ code: 'still-works-here' });
      expect(await countCustomersOf(ctx, { id: gone.actor.id! })).toMatchObject({
        web_consultant: 3,
        doctor: 0,
      });
      expect((await listLeftOwners(ctx)).items).toEqual([]);

      await disableStaff(ctx, { id: gone.actor.id! });
      await settled(ctx);
      expect((await listLeftOwners(ctx)).items).toMatchObject([
        { name: '王敏', counts: { web_consultant: 3 } },
      ]);
      const expected = { moved: 3, refused: [], followups: 1 };
      const preview = await previewPlacing(ctx, asking);
      expect(preview).toMatchObject(expected);
      expect(preview.shares.map(({ name, customers }) => [name, customers])).toEqual([
        ['李静', 2],
        ['吴桐', 1],
      ]);
      expect(await placeCustomers(ctx, { ...asking, reason: '离职' })).toMatchObject(expected);
      await settled(ctx);

      expect((await listLeftOwners(ctx)).items).toEqual([]);
      const first = await getCustomer(ctx, customers[0]!);
      expect([li.actor.id, wu.actor.id]).toContain(first.webConsultantId);
      expect(await followupsOf(ctx, first.id)).toMatchObject([{ assigneeId: first.webConsultantId }]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('customer.owner-left');
      expect((await listLeftOwners((await aClinic()).ctx)).items).toEqual([]);
    }));

  it('go to the pool where nobody is named', () =>
    inClinic(async (ctx) => {
      const gone = await as(ctx, 'consultant', { name: '王敏' });
      const customer = await aCustomer(ctx, { ownerId: gone.actor.id });
      await disableStaff(ctx, { id: gone.actor.id! });
      const place = { id: gone.actor.id!, kind: 'consultant' as const, toIds: [], reason: null };
      expect(await placeCustomers(ctx, place)).toMatchObject({ moved: 1, refused: [], shares: [] });
      expect(await getCustomer(ctx, customer)).toMatchObject({ ownerId: null });
    }));
});
