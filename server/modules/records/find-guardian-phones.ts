import type { TransactionContext } from '#server/platform/context.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { selectGuardians } from './guardians-store.ts';

/** The number of a guardian of each of these minors, whole, where one is known; for the one who sends messages. */
export async function findGuardianPhones(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  if (customerIds.length === 0) return new Map();
  const guardians = await selectGuardians(ctx, customerIds);
  const people = await findRecipients(
    ctx,
    guardians.flatMap(({ relativeId }) => relativeId ?? []),
  );
  const phones = new Map<string, string>();
  for (const { customerId, relativeId, relativePhone } of guardians) {
    const phone = relativeId === null ? relativePhone : people.get(relativeId)?.phone;
    if (phone && !phones.has(customerId)) phones.set(customerId, phone);
  }
  return phones;
}
