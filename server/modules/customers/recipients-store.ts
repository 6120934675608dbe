import { sql } from 'kysely';
import type { CalendarDate } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface Recipient {
  id: string;
  clinicId: string;
  name: string;
  /** Whole: for a message to go to, never to be shown. */
  phone: string | null;
  wechat: string | null;
  birthday: CalendarDate | null;
  birthYear: number | null;
  refusesContact: boolean;
  isFrozen: boolean;
  /** Died, or is another record now. */
  isGone: boolean;
}

export async function selectRecipients(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select c.id, c.clinic_id as "clinicId", c.name, c.phone, c.wechat, c.birthday, c.birth_year as "birthYear",
      c.refuses_contact as "refusesContact", c.is_frozen as "isFrozen",
      (c.deceased_on is not null or c.merged_into is not null) as "isGone"
    from customers c
    where c.org_id = ${ctx.orgId} and c.id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  return rows;
}
