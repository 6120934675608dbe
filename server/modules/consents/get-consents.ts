import { dayAt } from '#domain/base/time.ts';
import { guardianBelow, isToAskAnew } from '#domain/consents/lapse.ts';
import { standingConsent } from '#domain/consents/standing.ts';
import { askedConsents } from '#domain/consents/consent-texts.ts';
import type { ConsentsOfCustomer } from '#domain/consents/contract.ts';
import { ageOf } from '#domain/customers/age.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { findGuardian } from '../records/find-guardian.ts';
import { findPhones } from '../records/find-phones.ts';
import { selectConsents, selectSuppressed } from './store.ts';

/** What a customer agreed to and refused, as it stands and as it came about. */
export async function getConsents(
  ctx: Context,
  input: { id: string },
  keys: Keys,
): Promise<ConsentsOfCustomer> {
  requirePermission(ctx, 'consents.read');
  return inTransaction(ctx, (ctx) => showConsents(ctx, input.id, keys));
}

/** The same, for a verb that has asked for its own permission. */
export async function showConsents(
  ctx: TransactionContext,
  customerId: string,
  keys: Keys,
): Promise<ConsentsOfCustomer> {
  const customer = await requireCustomer(ctx, customerId);
  const history = await selectConsents(ctx, customerId);
  const hashes = (await findPhones(ctx, customerId)).map((phone) => keys.hashOf(ctx.orgId, phone));
  const whose = { person: customer, today: dayAt(ctx.now, ctx.zone), zone: ctx.zone };
  const age = ageOf(customer, whose.today);
  const needsGuardian = age !== null && age < guardianBelow;
  const standing = askedConsents.map(({ purpose, channel }) => ({
    purpose,
    channel,
    stands: standingConsent(history, purpose, channel, whose),
  }));
  return {
    standing,
    asksAnew: standing.some((one) => isToAskAnew(one, whose)),
    isSuppressed: (await selectSuppressed(ctx, hashes)).size > 0,
    needsGuardian,
    guardianName: needsGuardian ? await findGuardian(ctx, customerId) : null,
    history,
  };
}
