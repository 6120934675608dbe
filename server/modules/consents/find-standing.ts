import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { askedConsents } from '#domain/consents/consent-texts.ts';
import type { ConsentChannel, ConsentPurpose } from '#domain/consents/consent.ts';
import { isToAskAnew } from '#domain/consents/lapse.ts';
import type { Whose } from '#domain/consents/lapse.ts';
import { standingConsent } from '#domain/consents/standing.ts';
import type { Standing } from '#domain/consents/standing.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { selectEntries, selectSuppressed } from './store.ts';

type People = ReadonlyMap<string, Whose['person']>;

/**
 * What each of these customers said last about a purpose on a channel, for a verb that is about to act on it; `people`
 * where the verb knows them already.
 */
export async function findStanding(
  ctx: TransactionContext,
  customerIds: readonly string[],
  people?: People,
): Promise<(customerId: string, purpose: ConsentPurpose, channel: ConsentChannel | null) => Standing> {
  const ledger = await readLedger(ctx, customerIds, people);
  return (customerId, purpose, channel) =>
    standingConsent(ledger.of(customerId), purpose, channel, ledger.whose(customerId));
}

/**
 * Which of these said yes at an age at which another decided, and are to be asked themselves: today, or on a day named
 * for each.
 */
export async function findToAskAnew(
  ctx: TransactionContext,
  customerIds: readonly string[],
  days?: ReadonlyMap<string, CalendarDate>,
): Promise<ReadonlySet<string>> {
  const ledger = await readLedger(ctx, customerIds);
  const asked = customerIds.filter((id) => {
    const whose = { ...ledger.whose(id), ...(days?.has(id) && { today: days.get(id)! }) };
    return askedConsents.some(({ purpose, channel }) =>
      isToAskAnew({ purpose, stands: standingConsent(ledger.of(id), purpose, channel, whose) }, whose),
    );
  });
  return new Set(asked);
}

async function readLedger(ctx: TransactionContext, customerIds: readonly string[], people?: People) {
  const entries = await selectEntries(ctx, customerIds);
  const byCustomer = Map.groupBy(entries, ({ customerId }) => customerId);
  const known: People = people ?? (await findRecipients(ctx, [...byCustomer.keys()]));
  const today = dayAt(ctx.now, ctx.zone);
  return {
    of: (customerId: string) => byCustomer.get(customerId) ?? [],
    whose: (customerId: string): Whose => ({
      person: known.get(customerId) ?? { birthday: null, birthYear: null },
      ...{ today, zone: ctx.zone },
    }),
  };
}

/** Which of these hashed numbers have said no to offers, under whatever name. */
export async function findSuppressed(
  ctx: TransactionContext,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  return hashes.length === 0 ? new Set() : new Set((await selectSuppressed(ctx, hashes)).keys());
}
