import { addHours } from '#domain/base/time.ts';
import type { ReadLog } from '#domain/evidence/call-log.ts';
import type { HeardCalls } from '#domain/evidence/contract.ts';
import { canHaveBeen } from '#domain/evidence/telephone.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { derivedId } from '#server/platform/ids.ts';
import { readPhone } from '../customers/phone.ts';
import { findPhoneHolders } from '../records/find-phones.ts';
import { findStaffByName } from '../staff/find-staff-by-name.ts';
import { matchCustomers } from './match-customers.ts';
import { insertLogs, selectTold } from './store.ts';
import type { LogRow } from './store.ts';
import { selectExtensions } from './telephone-store.ts';

/** The telephone's clock may be ahead of the one that recorded the call. */
const lookedBackHours = 1;

/**
 * Takes in calls that a telephone logged, each once however often and by whatever way it is told of, and looks which
 * recorded calls they show. What is no telephone number, or has not been yet, is left out. For a verb that has asked
 * for its own permission; `systemId` is the telephone system whose numbers of calls these are, null for a file.
 */
export async function addCallLogs(
  ctx: TransactionContext,
  logs: readonly ReadLog[],
  keys: Keys,
  systemId: string | null,
): Promise<HeardCalls> {
  const staff = await findStaffByName(ctx);
  for (const { person, staffId } of await selectExtensions(ctx)) staff.set(person, staffId);
  const phones = new Set<string>();
  const rows = logs.flatMap((log): LogRow[] => {
    const phone = readPhone(log.phone);
    if (phone === null || !canHaveBeen(log, ctx.now)) return [];
    phones.add(phone);
    const hash = keys.hashOf(ctx.orgId, phone);
    const own = log.key ?? `${hash} ${log.startedAt} ${log.direction}`;
    const key = systemId === null ? own : `${systemId} ${own}`;
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
  const added = await insertLogs(ctx, await notToldOtherwise(ctx, rows));
  const first = rows.map((row) => row.started_at).toSorted()[0];
  const matched =
    first === undefined
      ? 0
      : await matchCustomers(ctx, {
          customerIds: await findPhoneHolders(ctx, [...phones]),
          from: addHours(first, -lookedBackHours),
          keys,
        });
  if (added > 0 || matched > 0) {
    await recordAudit(ctx, {
      action: 'call-logs.added',
      ...(systemId === null ? {} : { subject: { type: 'telephone-system', id: systemId } }),
      after: { added, matched },
    });
  }
  return { added, known: rows.length - added, unread: logs.length - rows.length, matched };
}

/** A call that a file and a system both tell of would show two recorded calls. */
async function notToldOtherwise(ctx: TransactionContext, rows: readonly LogRow[]): Promise<LogRow[]> {
  const callOf = (row: Pick<LogRow, 'phone_hash' | 'started_at' | 'direction'>) =>
    `${row.phone_hash} ${row.started_at} ${row.direction}`;
  const told = new Set((await selectTold(ctx, rows)).map(callOf));
  return rows.filter((row) => {
    const isNew = !told.has(callOf(row));
    told.add(callOf(row));
    return isNew;
  });
}
