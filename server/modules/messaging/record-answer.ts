import { dedupMinutesOf } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { afterAttempt, afterReceipt } from '#domain/messaging/after-attempt.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Answer, Receipt } from './channels/channel.ts';
import { endAttempt, lockAttempt, saveOutcome } from './outbox-store.ts';
import type { LockedAttempt } from './outbox-store.ts';
import { markReceiptApplied, selectReceiptsOf } from './receipts-store.ts';

/** Writes down what a call came to. What somebody else has decided meanwhile stays, unless this is proof of more. */
export async function recordAnswer(
  ctx: Context,
  { attemptId, accountKind, answer }: { attemptId: string; accountKind: AccountKind; answer: Answer },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const attempt = await lockAttempt(ctx, attemptId);
    if (!attempt) return;
    const { message } = attempt;
    const wasOpen = attempt.outcome === null;
    const isProof = attempt.outcome === 'unknown' && answer.outcome === 'accepted';
    if (wasOpen || isProof) {
      await endAttempt(ctx, attempt.id, {
        ...{ outcome: answer.outcome, code: answer.code, providerId: answer.providerId ?? null },
        units: answer.outcome === 'accepted' ? (answer.units ?? 1) : null,
      });
    }
    const isHolder = message.fence === attempt.fence && message.state === 'sending';
    if (isHolder) await saveNext(ctx, attempt, accountKind, answer);
    else if (isProof && message.fence === attempt.fence && message.state === 'unknown')
      await saveOutcome(ctx, attempt.messageId, {
        state: 'accepted',
        reason: null,
        providerId: answer.providerId ?? null,
      });
    if (answer.outcome === 'accepted') await applyEarly(ctx, attempt, answer.providerId ?? null);
  });
}

async function saveNext(
  ctx: TransactionContext,
  attempt: LockedAttempt,
  accountKind: AccountKind,
  answer: Answer,
): Promise<void> {
  const { kind, tries } = attempt.message;
  const next = afterAttempt(
    {
      // What colleagues read is no more pressing than an offer: it fails rather than wait for a hand.
      ...{ kind: kind === 'staff_notice' ? 'marketing' : kind, outcome: answer.outcome, code: answer.code },
      ...{ tries, firstAt: attempt.firstAt, dedupMinutes: dedupMinutesOf[accountKind] },
      retryAfterSeconds: answer.retryAfterSeconds,
    },
    ctx.now,
  );
  const isRepeated = next.state === 'queued' && answer.outcome === 'unknown';
  await saveOutcome(ctx, attempt.messageId, {
    ...next,
    providerId: answer.providerId ?? null,
    maybeTakenAt: isRepeated ? attempt.firstAt : null,
  });
}

/** A receipt may be here before the answer that names the message. */
async function applyEarly(
  ctx: TransactionContext,
  attempt: LockedAttempt,
  providerId: string | null,
): Promise<void> {
  const receipts = await selectReceiptsOf(ctx, attempt.message.accountId, {
    attemptId: attempt.id,
    providerId,
  });
  for (const { id, receipt } of receipts) {
    await applyReceipt(ctx, attempt.id, receipt);
    await markReceiptApplied(ctx, id);
  }
}

/** What a receipt says of a message, whoever holds it; nothing where it says nothing new. */
export async function applyReceipt(
  ctx: TransactionContext,
  attemptId: string,
  receipt: Pick<Receipt, 'arrived' | 'code' | 'providerId'>,
): Promise<void> {
  const attempt = await lockAttempt(ctx, attemptId);
  if (!attempt) return;
  const { message } = attempt;
  // The provider has it, or there were no receipt.
  if (attempt.outcome === null || attempt.outcome === 'unknown') {
    await endAttempt(ctx, attempt.id, {
      ...{ outcome: 'accepted', code: null, providerId: receipt.providerId, units: 1 },
    });
  }
  // Of an earlier try that was thought lost only the good news counts: the later one speaks for itself.
  if (!receipt.arrived && message.fence !== attempt.fence) return;
  // A colleague who was about to send it again need not; one that another try is just sending is left to it.
  if (message.state === 'sending' && message.fence !== attempt.fence) return;
  const kind = message.kind === 'staff_notice' ? 'marketing' : (message.kind as MessageKind);
  const next = afterReceipt(message.state, receipt, kind);
  if (next) await saveOutcome(ctx, attempt.messageId, { ...next, providerId: receipt.providerId });
}
