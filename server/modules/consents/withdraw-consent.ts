import type { ConsentPurpose, ConsentWay } from '#domain/consents/consent.ts';
import type { ConsentsOfCustomer, WithdrawConsent } from '#domain/consents/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { findPhones } from '../records/find-phones.ts';
import { showConsents } from './get-consents.ts';
import { insertConsent, insertSuppressions } from './store.ts';

/** Somebody takes a yes back, or says no before they were asked: as easily as it is given, and at once. */
export async function withdrawConsent(
  ctx: Context,
  input: WithdrawConsent & { id: string },
  keys: Keys,
): Promise<ConsentsOfCustomer> {
  requirePermission(ctx, 'consents.write');
  const { id: customerId, purpose, channel, way, note } = input;
  return inTransaction(ctx, async (ctx) => {
    await noteWithdrawal(ctx, { customerId, purpose, channel, way, evidence: note }, keys);
    return showConsents(ctx, customerId, keys);
  });
}

export interface Withdrawal {
  customerId: string;
  purpose: ConsentPurpose;
  channel: WithdrawConsent['channel'];
  way: ConsentWay;
  evidence: string | null;
}

const sourceOf: Partial<Record<ConsentWay, 'reply' | 'page'>> = { message: 'reply', page: 'page' };

/** The same for a verb that asked in its own way, such as a customer's own page or a reply by text message. */
export async function noteWithdrawal(
  ctx: TransactionContext,
  withdrawal: Withdrawal,
  keys: Keys,
): Promise<void> {
  const { customerId, purpose, channel, way, evidence } = withdrawal;
  await holdCustomer(ctx, customerId);
  await insertConsent(ctx, {
    ...{ id: newId(), customerId, purpose, channel, decision: 'withdrawn', way, evidence },
    ...{ textShown: null, textVersion: null, textHash: null, guardianName: null, guardianRelation: null },
  });
  if (purpose === 'marketing') {
    const hashes = (await findPhones(ctx, customerId)).map((phone) => keys.hashOf(ctx.orgId, phone));
    await insertSuppressions(ctx, hashes, sourceOf[way] ?? 'staff');
  }
  await recordAudit(ctx, {
    action: 'consent.withdrawn',
    subject: { type: 'customer', id: customerId },
    after: { [`${purpose}.${channel ?? 'all'}`]: true },
  });
  await announce(ctx, { type: 'customer.consent-withdrawn', customerId, purpose, channel });
}
