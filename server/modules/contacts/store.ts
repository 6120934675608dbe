import { sql } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Channel, Purpose } from '#domain/contacts/contact.ts';
import type { Waits } from '#domain/contacts/contact-budget.ts';
import type { SpentContact } from '#domain/contacts/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertMany } from '#server/platform/database/insert-many.ts';
import { often } from '#server/platform/database/prepared.ts';
import type { Asking } from '#server/platform/database/put-together-once.ts';
import { askedOf, insertRow, putTogetherOnce } from '#server/platform/database/put-together-once.ts';

export interface UseRow {
  id: string;
  customer_id: string;
  at: Instant;
  channel: Channel;
  purpose: Purpose;
  staff_id: string | null;
  cause_kind: 'call' | 'message';
  cause_id: string;
}

/** Those that are there already are left alone. */
export async function insertUses(ctx: TransactionContext, uses: readonly UseRow[]): Promise<void> {
  await insertMany(ctx, 'contact_uses', useColumns, uses);
}

const useColumns: Record<keyof UseRow, string> = {
  ...{ id: 'uuid', customer_id: 'uuid', at: 'timestamptz', channel: 'text', purpose: 'text' },
  ...{ staff_id: 'uuid', cause_kind: 'text', cause_id: 'uuid' },
};

export async function insertUse(ctx: TransactionContext, use: UseRow): Promise<void> {
  ctx.alongside(insertRow(ctx, 'contact_uses', use, { unlessThere: true }));
}

/** Forgets a contact that was a slip. Gives whose it was. */
export async function deleteUse(ctx: TransactionContext, id: string): Promise<string | null> {
  const row = await ctx.db
    .deleteFrom('contact_uses')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .returning('customer_id as customerId')
    .executeTakeFirst();
  return row?.customerId ?? null;
}

export type SpentBy = Omit<SpentContact, 'isFamily'> & { customerId: string };

/** The contacts of some customers since then, the newest first. */
export async function selectUses(
  ctx: TransactionContext,
  customerIds: readonly string[],
  since: Instant,
): Promise<SpentBy[]> {
  return (await usesOf(ctx, customerIds, { since })).rows as SpentBy[];
}

const usesOf = askedOf((ctx, isOneOfThem, { since }: { since: Instant }) =>
  ctx.db
    .selectFrom('contact_uses as u')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'u.staff_id'))
    .select(['u.customer_id as customerId', 'u.at', 's.name as byName', 'u.channel', 'u.purpose'])
    .where('u.org_id', '=', ctx.orgId)
    .where(isOneOfThem('u.customer_id'))
    .where('u.at', '>=', since)
    .orderBy('u.at', 'desc')
    .orderBy('u.id', 'desc')
    .modifyEnd(often),
);

/** Who was contacted since then, a few at a time in the order of their ids. */
export async function selectContacted(
  ctx: TransactionContext,
  since: Instant,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('contact_uses')
    .select('customer_id as customerId')
    .distinct()
    .where('org_id', '=', ctx.orgId)
    .where('at', '>=', since)
    .$if(after !== null, (query) => query.where('customer_id', '>', after!))
    .orderBy('customer_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.customerId);
}

type WaitsOf = { customerId: string; waits: Waits };

/** Who waits for nothing has no row: the table stays as small as what it is for. */
export async function replaceWaits(ctx: TransactionContext, all: readonly WaitsOf[]): Promise<void> {
  const isFree = ({ waits }: WaitsOf) => Object.values(waits).every((wait) => wait === null);
  await deleteWaits(ctx, all.filter(isFree));
  await upsertWaits(
    ctx,
    all.filter((each) => !isFree(each)),
  );
}

async function deleteWaits(ctx: TransactionContext, free: readonly WaitsOf[]): Promise<void> {
  if (free.length === 0) return;
  await ctx.db
    .deleteFrom('contact_waits')
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${free.map(({ customerId }) => customerId)}::uuid[])`)
    .execute();
}

async function upsertWaits(ctx: TransactionContext, waits: readonly WaitsOf[]): Promise<void> {
  if (waits.length === 0) return;
  const rows = waits.map(({ customerId, waits }) => ({
    customer_id: customerId,
    service_until: waits.service?.until ?? null,
    satisfaction_until: waits.satisfaction?.until ?? null,
    marketing_until: waits.marketing?.until ?? null,
  }));
  const [only] = rows;
  ctx.alongside(only && rows.length === 1 ? upsertOneWait(ctx, only) : upsertRows(ctx, rows).execute());
}

interface WaitRow {
  customer_id: string;
  service_until: Instant | null;
  satisfaction_until: Instant | null;
  marketing_until: Instant | null;
}

const upsertOneWait = putTogetherOnce(
  (ctx, { customer_id, service_until, satisfaction_until, marketing_until }: WaitRow) =>
    upsertRows(ctx, [{ customer_id, service_until, satisfaction_until, marketing_until }]),
);

function upsertRows(ctx: Asking, rows: readonly WaitRow[]) {
  return ctx.db
    .insertInto('contact_waits')
    .values(rows.map((row) => ({ org_id: ctx.orgId, ...row })))
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'customer_id']).doUpdateSet((eb) => ({
        service_until: eb.ref('excluded.service_until'),
        satisfaction_until: eb.ref('excluded.satisfaction_until'),
        marketing_until: eb.ref('excluded.marketing_until'),
      })),
    );
}
