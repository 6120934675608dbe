import { dedupMinutesOf } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { afterAttempt, afterReceipt } from '#domain/messaging/after-attempt.ts';
import { useOf } from '#domain/messaging/contact-use.ts';
import type { MessageKind } from '#domain/messaging/template.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { noteContacts } from '../contacts/note-contacts.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import type { Answer, Receipt } from './channels/channel.ts';
import { endAttempts, lockAttempts, saveOutcomes } from './outbox-store.ts';
import type { AttemptEnd, LockedAttempt, Outcome } from './outbox-store.ts';
import { markReceiptsApplied, selectEarlyReceipts } from './receipts-store.ts';

export interface CallAnswer {
  attemptId: string;
  accountKind: AccountKind;
  answer: Answer;
}
export type ToldReceipt = Pick<Receipt, 'arrived' | 'code' | 'providerId'> & { attemptId: string };

/** Writes down what calls came to. What somebody else has decided meanwhile stays, unless this is proof of more. */
export async function recordAnswers(ctx: Context, answers: readonly CallAnswer[]): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const held = await lockAttempts(
      ctx,
      answers.map(({ attemptId }) => attemptId),
    );
    const findings = new Findings();
    for (const { attemptId, accountKind, answer } of answers) {
      const attempt = held.get(attemptId);
      if (attempt) hearAnswer(ctx, findings, attempt, { accountKind, answer });
    }
    // A receipt may be here before the answer that names the message.
    const accepted = answers.filter(
      ({ answer, attemptId }) => answer.outcome === 'accepted' && held.has(attemptId),
    );
    const early = await selectEarlyReceipts(
      ctx,
      accepted.map(({ attemptId, answer }) => ({
        ...{ attemptId, accountId: held.get(attemptId)!.accountId, providerId: answer.providerId ?? null },
      })),
    );
    for (const { attemptId, receipt } of early) hearReceipt(findings, held.get(attemptId)!, receipt);
    await findings.save(ctx);
    await noteUses(ctx, held, answers);
    await markReceiptsApplied(
      ctx,
      early.map(({ id }) => id),
    );
  });
}

/** What may have reached the customer is part of what all departments together ask of them; told twice it counts once. */
async function noteUses(
  ctx: TransactionContext,
  held: ReadonlyMap<string, LockedAttempt>,
  answers: readonly CallAnswer[],
): Promise<void> {
  const made = answers.flatMap(({ attemptId, answer }) => {
    const attempt = held.get(attemptId);
    const use = attempt && useOf(attempt.message);
    if (!attempt || !use || !['accepted', 'unknown'].includes(answer.outcome)) return [];
    const { customerId, clinicId } = attempt.message;
    const cause = { kind: 'message' as const, id: attempt.messageId };
    return customerId === null
      ? []
      : [{ clinicId, contact: { ...use, customerId, at: ctx.now, staffId: null, cause } }];
  });
  if (made.length === 0) return;
  const zones = await listClinicZones(ctx);
  for (const [clinicId, some] of Map.groupBy(made, (one) => one.clinicId))
    await noteContacts(
      ctx,
      some.map(({ contact }) => contact),
      zones.get(clinicId) ?? ctx.zone,
    );
}

/** What receipts say of messages, whoever holds these; nothing where they say nothing new. */
export async function applyReceipts(
  ctx: TransactionContext,
  receipts: readonly ToldReceipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  const held = await lockAttempts(
    ctx,
    receipts.map(({ attemptId }) => attemptId),
  );
  const findings = new Findings();
  for (const receipt of receipts) {
    const attempt = held.get(receipt.attemptId);
    if (attempt) hearReceipt(findings, attempt, receipt);
  }
  await findings.save(ctx);
}

/** What is found out in one transaction: seen at once by what is heard next, written together. */
class Findings {
  readonly #ends = new Map<string, AttemptEnd>();
  readonly #outcomes = new Map<string, Outcome>();

  end(attempt: LockedAttempt, end: Omit<AttemptEnd, 'id'>): void {
    attempt.outcome = end.outcome;
    this.#ends.set(attempt.id, { id: attempt.id, ...end });
  }

  settle({ messageId, message }: LockedAttempt, next: Omit<Outcome, 'id'>): void {
    message.state = next.state;
    const before = this.#outcomes.get(messageId);
    this.#outcomes.set(messageId, {
      ...{ id: messageId, ...next },
      providerId: next.providerId ?? before?.providerId ?? null,
      maybeTakenAt: next.maybeTakenAt ?? before?.maybeTakenAt ?? null,
    });
  }

  async save(ctx: TransactionContext): Promise<void> {
    await endAttempts(ctx, [...this.#ends.values()]);
    await saveOutcomes(ctx, [...this.#outcomes.values()]);
  }
}

function hearAnswer(
  ctx: TransactionContext,
  findings: Findings,
  attempt: LockedAttempt,
  { accountKind, answer }: Omit<CallAnswer, 'attemptId'>,
): void {
  const { message } = attempt;
  const wasOpen = attempt.outcome === null;
  const isProof = attempt.outcome === 'unknown' && answer.outcome === 'accepted';
  const isHolder = message.fence === attempt.fence && message.state === 'sending';
  const settlesDoubt = isProof && message.fence === attempt.fence && message.state === 'unknown';
  const providerId = answer.providerId ?? null;
  if (wasOpen || isProof) {
    findings.end(attempt, {
      ...{ outcome: answer.outcome, code: answer.code, providerId },
      units: (answer.outcome === 'accepted' && answer.units) || null,
    });
  }
  if (isHolder) findings.settle(attempt, nextAfter(ctx, attempt, accountKind, answer));
  else if (settlesDoubt) findings.settle(attempt, { state: 'accepted', reason: null, providerId });
}

function nextAfter(
  ctx: TransactionContext,
  attempt: LockedAttempt,
  accountKind: AccountKind,
  answer: Answer,
): Omit<Outcome, 'id'> {
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
  return {
    ...{ ...next, providerId: answer.providerId ?? null },
    maybeTakenAt: isRepeated ? attempt.firstAt : null,
  };
}

function hearReceipt(
  findings: Findings,
  attempt: LockedAttempt,
  receipt: Omit<ToldReceipt, 'attemptId'>,
): void {
  const { message } = attempt;
  // The provider has it, or there were no receipt.
  if (attempt.outcome === null || attempt.outcome === 'unknown') {
    const { providerId } = receipt;
    findings.end(attempt, { outcome: 'accepted', code: null, providerId, units: null });
  }
  // Of an earlier try that was thought lost only the good news counts: the later one speaks for itself.
  if (!receipt.arrived && message.fence !== attempt.fence) return;
  // A colleague who was about to send it again need not; one that another try is just sending is left to it.
  if (message.state === 'sending' && message.fence !== attempt.fence) return;
  const kind = message.kind === 'staff_notice' ? 'marketing' : (message.kind as MessageKind);
  const next = afterReceipt(message.state, receipt, kind);
  if (next) findings.settle(attempt, { ...next, providerId: receipt.providerId });
}
