import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { listPeople } from '../customers/list-people.ts';
import { insertSuppressions } from './store.ts';
import { noteWithdrawal } from './withdraw-consent.ts';

/** A number said no to offers: whoever has it, and whoever will. Gives the customers it stands for today. */
export async function suppressPhone(
  ctx: TransactionContext,
  phone: string,
  { evidence }: { evidence: string },
  keys: Keys,
): Promise<string[]> {
  await insertSuppressions(ctx, [keys.hashOf(ctx.orgId, phone)], 'reply');
  const people = await listPeople(ctx, { phones: [phone] });
  for (const { id: customerId } of people) {
    const withdrawal = {
      customerId,
      purpose: 'marketing',
      channel: 'sms',
      way: 'message',
      evidence,
    } as const;
    await noteWithdrawal(ctx, withdrawal, keys);
  }
  return people.map(({ id }) => id);
}
