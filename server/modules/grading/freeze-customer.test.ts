import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { getCallSheet } from '#server/modules/followups/get-call-sheet.ts';
import { listToday } from '#server/modules/followups/list-today.ts';
import { planEvents } from '#server/modules/followups/plan-events.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { inClinic, later, settled } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { settles } from '#server/modules/recovery/a-case.fixture.ts';
import { scores } from './a-graded-customer.fixture.ts';

const today = { page: 1, pageSize: 50, scope: 'all' } as const;

/** Plans a birthday wish for today. Gives how many followups it made. */
function aBirthday(ctx: Context, customer: { id: string; clinicId: string }): Promise<number> {
  return inTransaction(ctx, (ctx) =>
    planEvents(ctx, [
      {
        ...{
          event: 'birthday',
          key: '2026',
          at: ctx.now,
          customerId: customer.id,
          clinicId: customer.clinicId,
        },
        ...{ visitId: null, visitKind: null, categories: [] },
      },
    ]),
  );
}

async function onTheList(ctx: Context): Promise<string[]> {
  const { items } = await listToday(ctx, today);
  return items.flatMap((row) => row.followups.map((followup) => followup.protocolCode)).sort();
}

describe('while somebody is unhappy', () => {
  it('no birthday wish is owed to them', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await scores(ctx, customer.id, 3);
      expect(await aBirthday(ctx, customer)).toBe(0);
    }));

  it('one that was planned waits, says so, and comes back when the customer calls it settled', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      expect(await aBirthday(ctx, customer)).toBe(1);
      expect(await onTheList(ctx)).toEqual(['birthday']);

      await scores(ctx, customer.id, 3);
      expect(await onTheList(ctx)).toEqual(['satisfaction-low']);
      const sheet = await getCallSheet(ctx, { customerId: customer.id });
      expect(sheet.customer).toMatchObject({ grade: 'D', isFrozen: true });
      expect(sheet.followups.map((each) => each.protocolCode)).toEqual(['satisfaction-low']);
      expect(sheet.heldBack).toHaveLength(1);

      const afterwards = later(ctx, addHours(ctx.now, 1));
      await settles(afterwards, customer.id, 10);
      await settled(afterwards);
      const after = await getCallSheet(afterwards, { customerId: customer.id });
      expect(after.customer.isFrozen).toBe(false);
      expect(after.heldBack).toEqual([]);
    }));
});
