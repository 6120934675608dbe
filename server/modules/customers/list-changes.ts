import type { z } from 'zod';
import type { FieldChange, FieldChanges } from '#domain/customers/contract.ts';
import { influenceFields, maySeeInfluence } from '#domain/customers/influence.ts';
import { maskPhone } from '#domain/customers/masking.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from './get-customer.ts';
import { selectChanges, selectNames } from './changes-store.ts';

const changesShown = 200;
const phones: readonly string[] = ['phone', 'phones'];
const people: readonly string[] = ['ownerId', 'webConsultantId', 'doctorId', 'referrerId'];

/** What a record said before: of one field, or of all of them. */
export async function listChanges(
  ctx: Context,
  input: { id: string; field?: string | undefined },
): Promise<z.output<typeof FieldChanges>> {
  requirePermission(ctx, 'customers.read');
  return inTransaction(ctx, async (ctx) => {
    const { id } = await requireCustomer(ctx, input.id);
    const changes = await selectChanges(ctx, id, { field: input.field, limit: changesShown });
    const seen = changes.filter(
      ({ field }) => maySeeInfluence(ctx.actor.role) || !influenceFields.includes(field),
    );
    return { items: await readable(ctx, seen) };
  });
}

async function readable(ctx: TransactionContext, changes: FieldChange[]): Promise<FieldChange[]> {
  const ids = changes
    .filter(({ field }) => people.includes(field))
    .flatMap(({ oldValue, newValue }) => [oldValue, newValue])
    .filter((id) => id !== null);
  const names = ids.length === 0 ? null : await selectNames(ctx, ids);
  const nameOf = (id: string): string | null => {
    const known = names?.get(id);
    return known && (known.clinicId === null || maySeeClinic(ctx, known.clinicId)) ? known.name : null;
  };
  const read = (field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (phones.includes(field)) return maskPhone(value);
    return people.includes(field) ? nameOf(value) : value;
  };
  return changes.map((change) => ({
    ...change,
    oldValue: read(change.field, change.oldValue),
    newValue: read(change.field, change.newValue),
  }));
}
