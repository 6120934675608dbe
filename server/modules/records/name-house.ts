import type { TransactionContext } from '#server/platform/context.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { getDiscreetProfile } from './get-discreet-profile.ts';

/** What a customer's own page calls the clinic: as a message does, by another name where nobody may learn from whom it is. */
export async function nameHouse(
  ctx: TransactionContext,
  { customerId, clinicId }: { customerId: string; clinicId: string },
): Promise<string> {
  const profile = await getDiscreetProfile(ctx, customerId);
  return profile?.callerAlias ?? (await getClinic(ctx, clinicId)).name;
}
