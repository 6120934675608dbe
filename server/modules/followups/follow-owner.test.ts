import { expect, it } from 'vitest';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { moveOwner } from '#server/modules/customers/move-owners.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, settled } from '#tests/support/clinic.ts';
import { createReminder } from './create-reminder.ts';
import { getFollowupHistory } from './get-followup-history.ts';

it('what an owner still owes a customer goes along, to the new owner or back to the role', () =>
  inClinic(async (ctx) => {
    const [li, wu] = [await as(ctx, 'consultant'), await as(ctx, 'consultant')];
    const nurse = await as(ctx, 'nurse');
    const { id } = await aCustomer(ctx, { ownerId: li.actor.id });
    const remind = (assigneeId: string) =>
      createReminder(ctx, { customerId: id, assigneeId, dueOn: '2026-03-20', matter: '问候' });
    const [own, other] = [await remind(li.actor.id!), await remind(nurse.actor.id!)];
    const holders = async () => {
      await settled(ctx);
      const all = await followupsOf(ctx, id);
      return [own, other].map((each) => all.find((followup) => followup.id === each.id)?.assigneeId);
    };
    const move = (toId: string | null) =>
      inTransaction(ctx, (ctx) =>
        moveOwner(ctx, { customerId: id, kind: 'consultant', toId }, { how: 'transferred' }),
      );

    await move(wu.actor.id);
    expect(await holders()).toEqual([wu.actor.id, nurse.actor.id]);
    expect(await getFollowupHistory(ctx, { id: own.id })).toMatchObject({
      because: { code: 'owner-changed', insteadOfId: li.actor.id },
      changes: [{ kind: 'followed' }],
    });
    await move(null);
    expect(await holders()).toEqual([null, nurse.actor.id]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('followups.followed-owner');
  }));
