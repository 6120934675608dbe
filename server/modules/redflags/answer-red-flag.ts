import type { AnswerRedFlag, RedFlag } from '#domain/redflags/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { withCustomers } from './list-red-flags.ts';
import { lockFlag, selectFlags, updateFlagEnded } from './store.ts';

/**
 * A doctor says what a customer's warning signs mean, which ends the task. Throws Conflict `only-a-doctor-answers`, or
 * `already-answered` with what a colleague said.
 */
export async function answerRedFlag(
  ctx: Context,
  input: AnswerRedFlag & { id: string; version: number },
): Promise<RedFlag> {
  requirePermission(ctx, 'red-flags.answer');
  const { id: doctorId, treats } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    const flag = await lockFlag(ctx, { id: input.id });
    if (!flag) throw new NotFound('red flag', input.id);
    requireClinic(ctx, flag.clinicId, 'red flag', input.id);
    if (!treats || doctorId === null) throw new Conflict('only-a-doctor-answers');
    const current = async () => (await withCustomers(ctx, await selectFlags(ctx, { ids: [flag.id] })))[0]!;
    if (flag.state !== 'open') throw new Conflict('already-answered', { current: await current() });
    if (flag.version !== input.version) throw new Conflict('stale-version', { current: await current() });
    const { verdict, words, advice, toldCustomer } = input;
    await updateFlagEnded(ctx, flag.id, {
      ...{ state: 'answered', answered_by: doctorId, verdict, words, advice, told_customer: toldCustomer },
    });
    await recordAudit(ctx, {
      action: 'red-flag.answered',
      subject: { type: 'red-flag', id: flag.id },
      reason: verdict,
    });
    await announce(ctx, {
      type: 'red-flag.answered',
      flag: flag.id,
      customerId: flag.customerId,
      verdict,
      at: ctx.now,
    });
    return current();
  });
}
