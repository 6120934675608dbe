import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { createClinic } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { editCustomer } from './edit-customer.ts';
import { getCustomer } from './get-customer.ts';
import { listOwners } from './list-owners.ts';
import { moveOwner, moveOwners } from './move-owners.ts';
import type { OwnerMove, OwnerMoveReason } from './move-owners.ts';

const moveOne = (ctx: Context, move: OwnerMove, why: OwnerMoveReason) =>
  inTransaction(ctx, (ctx) => moveOwner(ctx, move, why));
const announced = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('outbox_events')
      .select('payload')
      .where('org_id', '=', ctx.orgId)
      .where('type', '=', 'customer.owner-changed')
      .execute(),
  );

describe('the one door of owners', () => {
  it('keeps who owned a customer from when to when, by what and by whose decision', () =>
    inClinic(async (ctx) => {
      const li = await as(ctx, 'consultant', { name: '李顾问' });
      const wu = await as(ctx, 'consultant', { name: '吴顾问' });
      const { id, version } = await aCustomer(ctx, { ownerId: li.actor.id });
      const tomorrow = later(ctx, addMinutes(ctx.now, 24 * 60));

      const moved = await moveOne(
        tomorrow,
        { customerId: id, kind: 'consultant', toId: wu.actor.id },
        { how: 'transferred', reason: '李顾问休假' },
      );

      expect(moved).toEqual({
        customerId: id,
        kind: 'consultant',
        fromId: li.actor.id,
        toId: wu.actor.id,
      });
      expect(await getCustomer(ctx, { id })).toMatchObject({ ownerName: '吴顾问', version: version + 1 });
      expect((await listOwners(ctx, { id })).items).toMatchObject([
        {
          ownerName: '吴顾问',
          since: tomorrow.now,
          beganBy: 'transferred',
          beginReason: '李顾问休假',
          beginDeciderName: 'Owner',
          until: null,
        },
        {
          ownerName: '李顾问',
          since: ctx.now,
          beganBy: 'assigned',
          until: tomorrow.now,
          endedBy: 'transferred',
        },
      ]);
      expect(await auditTrail(ctx)).toContainEqual({
        action: 'customer.owner-transferred',
        actorId: ctx.actor.id,
      });
      expect(await announced(ctx)).toEqual([{ payload: { how: 'transferred', moves: [moved] } }]);
    }));

  it('leaves clock, history and news alone where the owner stays the same', () =>
    inClinic(async (ctx) => {
      const li = await as(ctx, 'consultant');
      const { id } = await aCustomer(ctx, { ownerId: li.actor.id });
      const before = await listOwners(ctx, { id });
      const tomorrow = later(ctx, addMinutes(ctx.now, 24 * 60));

      const move = { customerId: id, kind: 'consultant', toId: li.actor.id } as const;
      expect(await moveOne(tomorrow, move, { how: 'assigned' })).toBeNull();
      expect(await listOwners(ctx, { id })).toEqual(before);
      expect(await announced(ctx)).toEqual([]);
    }));

  it('moves many, and names those it does not move', () =>
    inClinic(async (ctx) => {
      const [li, wu] = [await as(ctx, 'consultant'), await as(ctx, 'consultant')];
      const first = await aCustomer(ctx, { ownerId: li.actor.id });
      const taken = await aCustomer(ctx, { ownerId: wu.actor.id });
      const waiting = await aCustomer(ctx, { ownerId: wu.actor.id });
      const hill = await createClinic(ctx, { name: 'Hillside', timezone: 'Asia/Shanghai' });
      const other = await aCustomer(ctx, { ownerId: li.actor.id, clinicId: hill.id });
      await moveOne(
        ctx,
        { customerId: waiting.id, kind: 'consultant', toId: null },
        { how: 'released', returnsOn: '2026-04-11' },
      );
      const supervisor = await as(ctx, 'cs_supervisor', { clinicIds: [first.clinicId] });

      const { moved, refused } = await inTransaction(supervisor, (ctx) =>
        moveOwners(
          ctx,
          [first, taken, other, waiting].map(({ id, ownerId }) => ({
            customerId: id,
            kind: 'consultant',
            toId: wu.actor.id,
            ...(id === waiting.id ? {} : { fromId: ownerId === wu.actor.id ? li.actor.id : ownerId }),
          })),
          { how: 'transferred' },
        ),
      );

      expect(moved.map(({ customerId }) => customerId)).toEqual([first.id]);
      expect(Object.fromEntries(refused.map(({ customerId, reason }) => [customerId, reason]))).toEqual({
        [taken.id]: 'owner-changed',
        [other.id]: 'not-found',
        [waiting.id]: 'cooldown',
      });
      const onTheDay = later(ctx, '2026-04-11T01:00:00.000Z');
      const back = { customerId: waiting.id, kind: 'consultant', toId: wu.actor.id } as const;
      expect(await moveOne(onTheDay, back, { how: 'claimed' })).not.toBeNull();
    }));

  it('gives nobody a customer who is not one of us, and sees none of another organization', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const li = await as(ctx, 'consultant');
      const move = { customerId: id, kind: 'consultant', toId: id } as const;
      await expect(moveOne(ctx, move, { how: 'assigned' })).rejects.toMatchObject({ subject: 'staff' });
      await inClinic(async (elsewhere) => {
        await expect(moveOne(elsewhere, { ...move, toId: null }, { how: 'released' })).rejects.toMatchObject({
          code: 'not-found',
        });
        await expect(
          moveOne(elsewhere, { ...move, toId: li.actor.id }, { how: 'assigned' }),
        ).rejects.toMatchObject({ subject: 'staff' });
        await expect(listOwners(elsewhere, { id })).rejects.toMatchObject({ code: 'not-found' });
      });
    }));

  it('is passed by who edits the record: the desk assigns, and takes from nobody nor from the pool', () =>
    inClinic(async (ctx) => {
      const [li, wu] = [await as(ctx, 'consultant'), await as(ctx, 'consultant')];
      const desk = await as(ctx, 'front_desk');
      const { id } = await aCustomer(ctx);
      const edit = (by: Context, version: number, ownerId: string | null) =>
        editCustomer(by, { id, version, ownerId });

      expect(await edit(desk, 1, li.actor.id)).toMatchObject({ ownerId: li.actor.id, version: 2 });
      await expect(edit(desk, 2, wu.actor.id)).rejects.toMatchObject({ code: 'has-owner' });
      await expect(edit(desk, 2, null)).rejects.toMatchObject({ code: 'has-owner' });
      expect(await edit(ctx, 2, null)).toMatchObject({ version: 3 });
      await expect(edit(desk, 3, wu.actor.id)).rejects.toMatchObject({ code: 'in-the-pool' });
      expect((await listOwners(ctx, { id })).items).toMatchObject([
        { ownerId: li.actor.id, beganBy: 'assigned', endedBy: 'released' },
      ]);
    }));
});
