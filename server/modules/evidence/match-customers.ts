import type { Instant } from '#domain/base/time.ts';
import { matchesOf } from '#domain/evidence/match.ts';
import type { RecordedCall } from '#domain/evidence/match.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { findPhonesOf } from '../records/find-phones.ts';
import { evidenceRules } from './get-rules.ts';
import { selectEvidence, selectUnmatched, upsertMatches } from './store.ts';

/** Which calls with these customers since then the logs show that show none yet; gives how many. */
export async function matchCustomers(
  ctx: TransactionContext,
  { customerIds, from, keys }: { customerIds: readonly string[]; from: Instant; keys: Keys },
): Promise<number> {
  if (customerIds.length === 0) return 0;
  const phones = new Map<string, string[]>();
  for (const [customerId, numbers] of await findPhonesOf(ctx, customerIds))
    phones.set(
      customerId,
      numbers.map((phone) => keys.hashOf(ctx.orgId, phone)),
    );
  const logs = await selectUnmatched(ctx, { phones: [...new Set([...phones.values()].flat())], from });
  if (logs.length === 0) return 0;
  const { rules } = await evidenceRules(ctx);
  const contacts = await listContacts(ctx, {
    ...{ from, to: ctx.now, clinicIds: null, staffId: null },
    customerIds,
  });
  const byPhone = contacts.filter(({ channel }) => channel === 'phone');
  const known = await selectEvidence(
    ctx,
    byPhone.map(({ callId }) => callId),
  );
  const calls = byPhone.flatMap(
    ({ callId, customerId, at, happenedAt, staffId, channel, result }): RecordedCall[] =>
      known.get(callId)?.log
        ? []
        : [
            {
              ...{ callId, at, happenedAt, staffId, channel, result: result as AttemptResult },
              phones: phones.get(customerId) ?? [],
            },
          ],
  );
  const matches = matchesOf(calls, logs, rules);
  await upsertMatches(ctx, matches);
  return matches.length;
}
