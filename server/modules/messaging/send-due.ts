import { stillUnknown, askAfterMinutes } from '#domain/messaging/after-attempt.ts';
import { addMinutes, dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { selectAccounts } from './accounts-store.ts';
import { raiseSendingMark } from './watch-restore.ts';
import type { Answer, Clients, OpenAccount } from './channels/channel.ts';
import { claimDue, leaseSeconds } from './claim-due.ts';
import type { Claimed } from './claim-due.ts';
import { openAccount } from './open-account.ts';
import { lockDoubts, saveDoubt, saveOutcome, selectLost } from './outbox-store.ts';
import type { Doubt } from './outbox-store.ts';
import { applyReceipt, recordAnswer } from './record-answer.ts';
import { findRecipients } from '../customers/find-recipients.ts';

/** The moments between two of which a worker may die; a test stops it at each of them. */
export const killPoints = [
  'before-claim',
  'intent-committed',
  'mark-raised',
  'before-call',
  'called',
  'answer-recorded',
  'lost-found',
  'doubt-asked',
] as const;
export type KillPoint = (typeof killPoints)[number];

export interface Outbox {
  clients: Clients;
  keys: Keys;
  /** Where the count of sendings is kept beside the database; null in a test that has none. */
  dataDir: string | null;
  /** Milliseconds of a clock that only runs forward: what the wall clock does is no measure of a lease. */
  monotonicMs(): number;
  at(point: KillPoint): void | Promise<void>;
}

const atOnce = 50;

/** Sends what is due, care before offers, until nothing is left that may go now. Gives how many calls were made. */
export async function sendDue(ctx: Context, outbox: Outbox): Promise<number> {
  let calls = 0;
  for (;;) {
    await outbox.at('before-claim');
    const since = outbox.monotonicMs();
    const { found, claimed } = await claimDue(ctx, outbox.keys, atOnce);
    if (found === 0) return calls;
    if (claimed.length === 0) continue;
    await outbox.at('intent-committed');
    if (outbox.dataDir !== null) await raiseSendingMark(ctx, outbox.dataDir);
    await outbox.at('mark-raised');
    // One that dies must not leave the others' answers unheard by whoever waits for this.
    const done = await Promise.allSettled(claimed.map((one) => sendOne(ctx, outbox, one, since)));
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    calls += claimed.length;
  }
}

async function sendOne(
  ctx: Context,
  outbox: Outbox,
  { account, outgoing }: Claimed,
  since: number,
): Promise<void> {
  await outbox.at('before-call');
  const answer = await call(ctx, outbox, { account, outgoing }, since);
  await outbox.at('called');
  await recordAnswer(ctx, { attemptId: outgoing.attemptId, accountKind: account.kind, answer });
  await outbox.at('answer-recorded');
}

/** The one call to a provider; nobody calls whose lease may be over, for then the message is another's. */
async function call(ctx: Context, outbox: Outbox, claimed: Claimed, since: number): Promise<Answer> {
  const { account, outgoing } = claimed;
  if (outbox.monotonicMs() - since > (leaseSeconds * 1000) / 2)
    return { outcome: 'not-reached', code: 'lease-over' };
  let opened: OpenAccount;
  try {
    opened = openAccount(ctx, account, outbox.keys);
  } catch {
    return { outcome: 'not-reached', code: 'secret-unreadable' };
  }
  try {
    return await outbox.clients[account.kind].send(opened, outgoing);
  } catch (error) {
    // Whatever it was, the provider may have it.
    return { outcome: 'unknown', code: (error as Error).name };
  }
}

/** Messages whose worker died after it wrote down that it sends: nobody knows what the provider did. */
export async function settleLost(ctx: Context, outbox: Outbox): Promise<number> {
  const lost = await inTransaction(ctx, (ctx) => selectLost(ctx, 200));
  if (lost.length === 0) return 0;
  await outbox.at('lost-found');
  const answer = { outcome: 'unknown', code: 'worker-lost' } as const;
  for (const { attemptId, accountKind } of lost) await recordAnswer(ctx, { attemptId, accountKind, answer });
  return lost.length;
}

/** Asks the provider about what nobody knows of, at 1, 5, 15 and 60 minutes; then it is let go or stays with a person. */
export async function settleDoubts(ctx: Context, outbox: Outbox): Promise<void> {
  const doubts = await inTransaction(ctx, async (ctx) => {
    const found = await lockDoubts(ctx, 100);
    for (const doubt of found)
      await saveDoubt(ctx, doubt.id, { askAt: nextAsk(doubt.unknownSince, ctx.realNow), reason: null });
    return found;
  });
  if (doubts.length === 0) return;
  await outbox.at('doubt-asked');
  const accounts = await inTransaction(ctx, (ctx) => selectAccounts(ctx));
  for (const doubt of doubts) {
    const account = accounts.find(({ id }) => id === doubt.accountId);
    const receipt = account
      ? await askAbout(ctx, outbox, openAccount(ctx, account, outbox.keys), doubt)
      : null;
    await inTransaction(ctx, async (ctx) => {
      if (receipt) return applyReceipt(ctx, doubt.attemptId, receipt);
      const becomes = stillUnknown(doubt.kind, doubt.unknownSince, ctx.realNow);
      if (becomes === 'drop') await saveOutcome(ctx, doubt.id, { state: 'dropped', reason: 'unknown' });
      if (becomes === 'person')
        await saveDoubt(ctx, doubt.id, {
          askAt: nextAsk(doubt.unknownSince, ctx.realNow),
          reason: 'to-person',
        });
    });
  }
}

async function askAbout(ctx: Context, outbox: Outbox, account: OpenAccount, doubt: Doubt) {
  const client = outbox.clients[account.kind];
  if (!client.ask || doubt.customerId === null || doubt.toGuardian) return null;
  const people = await inTransaction(ctx, (ctx) => findRecipients(ctx, [doubt.customerId!]));
  const to = people.get(doubt.customerId)?.phone;
  if (!to) return null;
  const { attemptId, providerId } = doubt;
  return client
    .ask(account, { attemptId, providerId, to, day: dayAt(doubt.startedAt, 'Asia/Shanghai') })
    .catch(() => null);
}

/** The next of the moments to ask at; after the last of them once more an hour, so that nothing lies unlooked at. */
function nextAsk(since: Instant, now: Instant): Instant {
  const next = askAfterMinutes.map((minutes) => addMinutes(since, minutes)).find((at) => at > now);
  return next ?? addMinutes(now, 60);
}
