import type { Instant } from '#domain/base/time.ts';
import type { CallSheet, RecordCall } from '#domain/followups/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Invalid } from '#server/platform/errors.ts';
import { findStanding } from '../consents/find-standing.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { getClinic } from '../staff/get-clinic.ts';

interface WrittenTo {
  id: string;
  clinicId: string;
  refusesContact: boolean;
}

/** What may be said in writing of the customer's clinic; null where they want nothing in writing. */
export async function describeInWriting(
  ctx: TransactionContext,
  { id, clinicId, refusesContact }: WrittenTo,
): Promise<CallSheet['inWriting']> {
  const standing = await findStanding(ctx, [id]);
  if (refusesContact || standing(id, 'care', null) === 'withdrawn') return null;
  const { address, phone } = await getClinic(ctx, clinicId);
  return { address, phone };
}

/**
 * What was agreed on the telephone, and where to come, in writing (C9): in the call's own transaction, and on its way
 * when the call can be taken back no more. Throws Invalid where the customer wants nothing in writing, or the clinic
 * does not say where it is.
 */
export async function writeAfterCall(
  ctx: TransactionContext,
  { summary, sendsAddress }: Pick<RecordCall, 'summary' | 'sendsAddress'>,
  call: { id: string; customer: WrittenTo; notBefore: Instant },
): Promise<void> {
  if (!summary && !sendsAddress) return;
  const clinic = await describeInWriting(ctx, call.customer);
  if (clinic === null) throw new Invalid({ path: 'summary', code: 'not-in-writing' });
  const { address, phone } = clinic;
  if (address === null || (sendsAddress && phone === null))
    throw new Invalid({ path: 'summary', code: 'clinic-without-address' });
  const wish = {
    customerId: call.customer.id,
    cause: { kind: 'call', id: call.id },
    notBefore: call.notBefore,
  };
  if (summary)
    await queueMessage(ctx, { ...wish, templateKey: 'visit-summary', variables: { text: summary, address } });
  if (sendsAddress)
    await queueMessage(ctx, { ...wish, templateKey: 'address', variables: { address, phone: phone! } });
}
