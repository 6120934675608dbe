import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { priorityOf } from '#domain/messaging/message-state.ts';
import { flawsOfNotice, partsOf } from '#domain/messaging/notice.ts';
import type { NoticeKind } from '#domain/messaging/notice.ts';
import { quietUntil } from '#domain/messaging/quiet-hours.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { getClinic } from '../staff/get-clinic.ts';
import type { AccountRow } from './accounts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { accountsFor, listOpenAccounts } from './list-accounts.ts';
import { insertMessages } from './store.ts';
import type { NewMessage } from './store.ts';

export interface Notice {
  clinicId: string;
  kind: NoticeKind;
  /** Plain lines; a list of several pages goes as several messages. */
  text: string;
  /** The same cause twice is one notice, whatever it says. */
  cause: { kind: string; id: string };
  /** The customers it speaks of, by `noticeNameOf`: none of their names may stand in it. */
  customerIds?: readonly string[];
  notBefore?: Instant | null;
  /** Else it waits at night for the hours in which care is sent. */
  isUrgent?: boolean;
}

/** Nobody needs yesterday's list. */
const staleAfterHours = 12;

/**
 * The one way to tell colleagues something where they read: the groups' robots (WeCom, DingTalk, Feishu) and the WeCom
 * application of the clinic, else those of the whole organization. For a verb that has asked for its own permission, in
 * its transaction, as `queueMessage` is: the messenger sends it within seconds of the commit. Gives the ids of what was
 * queued: none where the clinic has no group, so that the screens must tell it too. Throws Invalid where something stands
 * in it that a group must not read: a phone, an ID number, a customer's name in full, a treatment (`flawsOfNotice`).
 */
export async function queueNotice(ctx: Context, notice: Notice): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const { clinicId, kind, text, cause, customerIds = [] } = notice;
    const clinic = await getClinic(ctx, clinicId);
    const people = await findRecipients(ctx, [...customerIds]);
    const names = [...people.values()].map(({ name }) => name);
    const flaws = flawsOfNotice(text, { names, ours: [clinic.name] });
    if (flaws.length > 0) throw new Invalid(...flaws.map((code) => ({ path: 'text', code })));

    const groups = await groupsOf(ctx, clinicId);
    if (groups.length === 0) return [];
    const dueAt = await dueAtOf(ctx, notice, clinic.timezone);
    const queued = groups.flatMap((account) =>
      partsOf(text).map((part, index): NewMessage => ({
        id: derivedId('notice', ctx.orgId, account.id, kind, cause.kind, cause.id, index),
        ...{ clinicId, customerId: null, templateKey: `notice-${kind}`, templateVersion: 0 },
        ...{ kind: 'staff_notice', priority: priorityOf.care, channel: 'group', channelAsked: null },
        ...{ text: part, subject: null, variables: {}, causeKind: cause.kind, causeId: cause.id },
        ...{ state: 'queued', reason: null, dueAt, staleAt: addHours(dueAt, staleAfterHours) },
        ...{ toGuardian: false, isUrgent: notice.isUrgent ?? false, accountId: account.id },
      })),
    );
    await insertMessages(ctx, queued);
    return queued.map(({ id }) => id);
  });
}

/** A clinic's own groups; where it has none, those of the organization. */
async function groupsOf(ctx: TransactionContext, clinicId: string): Promise<AccountRow[]> {
  const all = accountsFor(await listOpenAccounts(ctx), { clinicId, channel: 'group', template: null });
  const own = all.filter((account) => account.clinicId === clinicId);
  return own.length > 0 ? own : all;
}

async function dueAtOf(
  ctx: TransactionContext,
  { notBefore, isUrgent = false }: Notice,
  zone: string,
): Promise<Instant> {
  const wished = notBefore && notBefore > ctx.now ? notBefore : ctx.now;
  const { rules } = await rulesInForce(ctx);
  return quietUntil({ kind: 'care', isUrgent }, rules, wished, zone) ?? wished;
}
