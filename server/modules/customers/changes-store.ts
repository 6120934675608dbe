import { sql } from 'kysely';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

export interface NewChange {
  editId: string;
  customerId: string;
  field: string;
  oldValue: string | null;
  newValue: string | null;
}

export async function insertChanges(ctx: TransactionContext, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  await ctx.db
    .insertInto('customer_changes')
    .values(
      changes.map(({ editId, customerId, field, oldValue, newValue }) => ({
        org_id: ctx.orgId,
        id: newId(),
        customer_id: customerId,
        edit_id: editId,
        field,
        old_value: oldValue,
        new_value: newValue,
        changed_at: ctx.now,
        changed_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      })),
    )
    .execute();
}

export function selectChanges(
  ctx: TransactionContext,
  customerId: string,
  question: { field: string | undefined; limit: number },
) {
  return ctx.db
    .selectFrom('customer_changes as h')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'h.changed_by'))
    .select([
      'h.id',
      'h.field',
      'h.old_value as oldValue',
      'h.new_value as newValue',
      'h.changed_at as at',
      's.name as byName',
    ])
    .where('h.org_id', '=', ctx.orgId)
    .where('h.customer_id', '=', customerId)
    .$if(question.field !== undefined, (query) => query.where('h.field', '=', question.field!))
    .orderBy('h.changed_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(question.limit)
    .execute();
}

/** The names of colleagues and of other customers among these ids. */
export async function selectNames(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, { name: string; clinicId: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; clinicId: string | null }>`
    select id, name, null::uuid as "clinicId" from staff where org_id = ${ctx.orgId} and id = any(${[...ids]}::uuid[])
    union all
    select id, name, clinic_id from customers where org_id = ${ctx.orgId} and id = any(${[...ids]}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

export async function selectPhoneChanges(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<{ customerId: string; at: string }[]> {
  return ctx.db
    .selectFrom('customer_changes')
    .select((eb) => ['customer_id as customerId', eb.fn.max<string>('changed_at').as('at')])
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .where('field', '=', 'phone')
    .groupBy('customer_id')
    .execute();
}
