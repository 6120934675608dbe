import { ageOn, dayAt } from '#domain/base/time.ts';
import { maskPhone } from '#domain/customers/masking.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectBrief } from './brief-store.ts';

export interface BriefCustomer {
  id: string;
  number: string;
  name: string;
  gender: 'female' | 'male' | 'unknown';
  age: number | null;
  /** Masked. */
  phone: string | null;
}

/** Customers as a list of work shows them. Whether the caller may see them is the list's to decide. */
export async function briefCustomers(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, BriefCustomer>> {
  const today = dayAt(ctx.now, ctx.zone);
  const rows = await selectBrief(ctx, ids);
  return new Map(
    rows.map(({ birthday, birthYear, phone, ...row }) => [
      row.id,
      {
        ...row,
        gender: row.gender as BriefCustomer['gender'],
        age: birthday ? ageOn(birthday, today) : birthYear ? Number(today.slice(0, 4)) - birthYear : null,
        phone: maskPhone(phone),
      },
    ]),
  );
}
