import type { TransactionContext } from '#server/platform/context.ts';
import { changedFields } from '#server/platform/audit/record-audit.ts';
import { newId } from '#server/platform/ids.ts';
import { insertChanges } from './changes-store.ts';

/**
 * Keeps the history of a record (A1): each field that `after` names and that is another than it was, in the
 * transaction that changes it. Another module may name what it keeps of a customer as a field of its own.
 */
export async function recordChanges(
  ctx: TransactionContext,
  change: { customerId: string; before: object; after: object },
): Promise<void> {
  const before = change.before as Record<string, unknown>;
  const after = change.after as Record<string, unknown>;
  const fields = changedFields(before, after);
  const editId = newId();
  await insertChanges(
    ctx,
    fields.map((field) => ({
      editId,
      customerId: change.customerId,
      field,
      oldValue: asText(before[field]),
      newValue: asText(after[field]),
    })),
  );
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
