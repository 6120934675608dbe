import type { z } from 'zod';
import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { unasked } from '#domain/checkout/answers.ts';
import type { CheckoutList, CheckoutRow, ListCheckouts, ListWithoutNext } from '#domain/checkout/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectLeaving } from './store.ts';

const longestDays = 92;

/** The day's visits at the door: who is still here, who was let go with what, and who without anybody asking. */
export async function listCheckouts(
  ctx: Context,
  input: z.output<typeof ListCheckouts>,
): Promise<CheckoutList> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const day = input.day ?? dayAt(ctx.now, ctx.zone);
    return { day, items: await leaving(ctx, { ...input, from: day, to: day, withoutNext: false }) };
  });
}

/** Who left in these days and is not booked: with the reason, or without anybody asking (E6). */
export async function listWithoutNext(
  ctx: Context,
  input: z.output<typeof ListWithoutNext>,
): Promise<CheckoutList> {
  requirePermission(ctx, 'desk.work');
  if (input.to < input.from || daysBetween(input.from, input.to) > longestDays)
    throw new Invalid({ path: 'to', code: 'too-long' });
  return inTransaction(ctx, async (ctx) => ({
    day: input.to,
    items: await leaving(ctx, { ...input, withoutNext: true }),
  }));
}

async function leaving(
  ctx: TransactionContext,
  which: { clinicId?: string | undefined; from: CalendarDate; to: CalendarDate; withoutNext: boolean },
): Promise<CheckoutRow[]> {
  const rows = await selectLeaving(ctx, { ...which, clinicIds: clinicsAsked(ctx, which.clinicId) });
  const customers = await briefCustomers(ctx, [...new Set(rows.map(({ customerId }) => customerId))]);
  return rows.flatMap(({ answers, leftAt, ...row }) => {
    const customer = customers.get(row.customerId);
    if (!customer) return [];
    return {
      ...row,
      customerName: customer.name,
      customerNumber: customer.number,
      state: answers ? ('done' as const) : leftAt === null ? ('here' as const) : ('silent' as const),
      unasked: answers ? unasked(answers) : [],
      next: answers?.next ?? null,
    };
  });
}
