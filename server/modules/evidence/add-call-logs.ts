import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { ReadLog } from '#domain/evidence/call-log.ts';
import { matchesOf } from '#domain/evidence/match.ts';
import type { RecordedCall } from '#domain/evidence/match.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { derivedId } from '#server/platform/ids.ts';
import { readPhone } from '../customers/phone.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { findPhones } from '../records/find-phones.ts';
import { findStaffByName } from '../staff/find-staff-by-name.ts';
import { evidenceRules } from './get-rules.ts';
import { insertLogs, selectEvidence, selectUnmatched, upsertMatch } from './store.ts';
import type { LogRow } from './store.ts';

/** Calls recorded some time after the telephone was put down find their log when the next logs arrive. */
const lookedBackHours = 48;

/**
 * Takes in calls that a telephone logged, each once however often it is told of, and looks which recorded calls they
 * show. For a verb that has asked for its own permission. What is no telephone number is left out.
 */
export async function addCallLogs(
  ctx: TransactionContext,
  logs: readonly ReadLog[],
  keys: Keys,
): Promise<{ added: number; known: number; unread: number; matched: number }> {
  const staff = await findStaffByName(ctx);
  const rows = logs.flatMap((log): LogRow[] => {
    const phone = readPhone(log.phone);
    if (phone === null) return [];
    const hash = keys.hashOf(ctx.orgId, phone);
    const key = log.key ?? `${hash} ${log.startedAt} ${log.direction}`;
    return [
      {
        ...{ id: derivedId('call-log', ctx.orgId, key), source_key: key, phone_hash: hash },
        ...{ phone_last4: phone.slice(-4), direction: log.direction, person: log.person },
        staff_id: log.person === null ? null : (staff.get(log.person) ?? null),
        ...{ started_at: log.startedAt, seconds: log.seconds, received_at: ctx.now },
        received_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      },
    ];
  });
  const added = await insertLogs(ctx, rows);
  const first = rows.map((row) => row.started_at).toSorted()[0];
  const matched = first === undefined ? 0 : await matchLogs(ctx, addHours(first, -lookedBackHours), keys);
  await recordAudit(ctx, { action: 'call-logs.added', after: { added, matched } });
  return { added, known: rows.length - added, unread: logs.length - rows.length, matched };
}

/** Which recorded calls the logs since then show that show none yet. */
async function matchLogs(ctx: TransactionContext, from: Instant, keys: Keys): Promise<number> {
  const { rules } = await evidenceRules(ctx);
  const logs = await selectUnmatched(ctx, from, ctx.now);
  if (logs.length === 0) return 0;
  const contacts = await listContacts(ctx, { from, to: ctx.now, clinicIds: null, staffId: null });
  const byPhone = contacts.filter(({ channel }) => channel === 'phone');
  const known = await selectEvidence(
    ctx,
    byPhone.map(({ callId }) => callId),
  );
  const phones = new Map<string, string[]>();
  const calls: RecordedCall[] = [];
  for (const { callId, customerId, at, staffId, channel, result } of byPhone) {
    if (known.get(callId)?.log) continue;
    if (!phones.has(customerId)) {
      const numbers = await findPhones(ctx, customerId);
      phones.set(
        customerId,
        numbers.map((phone) => keys.hashOf(ctx.orgId, phone)),
      );
    }
    const hashes = phones.get(customerId)!;
    calls.push({ callId, at, staffId, channel, result: result as AttemptResult, phones: hashes });
  }
  const matches = matchesOf(calls, logs, rules);
  for (const match of matches) await upsertMatch(ctx, match);
  return matches.length;
}
