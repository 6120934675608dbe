import { dayAt } from '#domain/base/time.ts';
import { ageOf } from '#domain/customers/age.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { maySeeInfluence } from '#domain/customers/influence.ts';
import { maskPhone } from '#domain/customers/masking.ts';
import type { Context } from '#server/platform/context.ts';
import type { CustomerRow } from './store.ts';

/** A customer as it may leave the house: with an age, without the whole phone number and what the reader's post does not see. */
export function presentCustomer(ctx: Context, row: CustomerRow): Customer {
  return presentCustomers(ctx, [row])[0]!;
}

export function presentCustomers(ctx: Context, rows: readonly CustomerRow[]): Customer[] {
  const today = dayAt(ctx.now, ctx.zone);
  const seesInfluence = maySeeInfluence(ctx.actor.role);
  return rows.map((row) => ({
    ...row,
    age: ageOf(row, today),
    phone: maskPhone(row.phone),
    hasPhone: row.phone !== null,
    hasInfluence: seesInfluence ? row.hasInfluence : null,
    influenceNote: seesInfluence ? row.influenceNote : null,
  }));
}
