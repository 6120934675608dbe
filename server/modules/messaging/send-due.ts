import { chunksOf } from '#domain/base/chunks.ts';
import { dayAt } from '#domain/base/time.ts';
import { askAgainAt, stillUnknown } from '#domain/messaging/after-attempt.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { selectAccounts } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';
import { raiseSendingMark } from './watch-restore.ts';
import type { Answer, Clients, OpenAccount } from './channels/channel.ts';
import { claimDue, leaseSeconds } from './claim-due.ts';
import type { Claimed } from './claim-due.ts';
import { openAccount } from './open-account.ts';
import { dropDoubts, lockDoubts, saveDoubts, selectLost } from './outbox-store.ts';
import type { Doubt } from './outbox-store.ts';
import { applyReceipts, recordAnswers } from './record-answer.ts';
import type { CallAnswer, ToldReceipt } from './record-answer.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { isMadeUp } from '../staff/check-made-up.ts';

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

/** So many calls are under way at a time: what is asked of the database for one claim is shared by all of it. */
const atOnce = 100;

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
    const book = new AnswerBook(ctx);
    // One that dies must not leave the others' answers unheard by whoever waits for this.
    const done = await Promise.allSettled(claimed.map((one) => sendOne(ctx, outbox, one, since, book)));
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
  book: AnswerBook,
): Promise<void> {
  await outbox.at('before-call');
  const answer = await call(ctx, outbox, { account, outgoing }, since);
  await outbox.at('called');
  await book.write({ attemptId: outgoing.attemptId, accountKind: account.kind, answer });
  await outbox.at('answer-recorded');
}

/** Writes answers down as they come: at once where none is being written, else together with the next. */
class AnswerBook {
  readonly #ctx: Context;
  #waiting: CallAnswer[] = [];
  #next: Promise<void> | null = null;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(ctx: Context) {
    this.#ctx = ctx;
  }

  /** Resolves once it is committed. */
  write(answer: CallAnswer): Promise<void> {
    this.#waiting.push(answer);
    this.#next ??= this.#writing
      // Whoever waited for those before has heard of their fault.
      .catch(() => {})
      .then(() => {
        const answers = this.#waiting;
        this.#waiting = [];
        this.#next = null;
        const writing = recordAnswers(this.#ctx, answers);
        this.#writing = writing;
        return writing;
      });
    return this.#next;
  }
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
  await recordAnswers(
    ctx,
    lost.map(({ attemptId, accountKind }) => ({ attemptId, accountKind, answer })),
  );
  return lost.length;
}

const doubtsAtOnce = 100;
const asksAtOnce = 10;

/**
 * Asks the provider about what nobody knows of, at its moments (`askAfterMinutes`), until none is due; then an offer is
 * let go, and care stays with a person.
 */
export async function settleDoubts(ctx: Context, outbox: Outbox): Promise<void> {
  for (;;) {
    const doubts = await inTransaction(ctx, async (ctx) => {
      const found = await lockDoubts(ctx, doubtsAtOnce);
      const next = found.map(({ id, unknownSince }) => ({
        ...{ id, reason: null, askAt: askAgainAt(unknownSince, ctx.realNow) },
      }));
      await saveDoubts(ctx, next);
      return found;
    });
    if (doubts.length === 0) return;
    await outbox.at('doubt-asked');
    await settleSome(ctx, outbox, doubts);
  }
}

async function settleSome(ctx: Context, outbox: Outbox, doubts: readonly Doubt[]): Promise<void> {
  const ids = doubts.flatMap(({ customerId }) => customerId ?? []);
  const { accounts, people } = await inTransaction(ctx, async (ctx) => ({
    // Nobody is asked about people who are made up.
    accounts: (await isMadeUp(ctx)) ? [] : await selectAccounts(ctx),
    people: await findRecipients(ctx, ids),
  }));
  const found: ToldReceipt[] = [];
  for (const some of chunksOf(doubts, asksAtOnce)) {
    const asked = await Promise.all(
      some.map(async (doubt) => {
        const account = accounts.find(({ id }) => id === doubt.accountId);
        const phone = doubt.customerId === null ? null : (people.get(doubt.customerId)?.phone ?? null);
        const receipt = account && phone ? await askAbout(ctx, outbox, { account, doubt, phone }) : null;
        return receipt ? [{ ...receipt, attemptId: doubt.attemptId }] : [];
      }),
    );
    found.push(...asked.flat());
  }
  const isFound = new Set(found.map(({ attemptId }) => attemptId));
  const left = doubts.filter(({ attemptId }) => !isFound.has(attemptId));
  const becoming = (what: ReturnType<typeof stillUnknown>) =>
    left.filter(({ kind, unknownSince }) => stillUnknown(kind, unknownSince, ctx.realNow) === what);
  await inTransaction(ctx, async (ctx) => {
    await applyReceipts(ctx, found);
    await dropDoubts(
      ctx,
      becoming('drop').map(({ id }) => id),
    );
    await saveDoubts(
      ctx,
      becoming('person').map(({ id, unknownSince }) => ({
        ...{ id, reason: 'to-person', askAt: askAgainAt(unknownSince, ctx.realNow) },
      })),
    );
  });
}

async function askAbout(
  ctx: Context,
  outbox: Outbox,
  { account, doubt, phone }: { account: AccountRow; doubt: Doubt; phone: string },
) {
  const client = outbox.clients[account.kind];
  if (!client.ask || doubt.toGuardian) return null;
  const { attemptId, providerId } = doubt;
  const day = dayAt(doubt.startedAt, 'Asia/Shanghai');
  try {
    return await client.ask(openAccount(ctx, account, outbox.keys), {
      attemptId,
      providerId,
      to: phone,
      day,
    });
  } catch {
    return null;
  }
}
