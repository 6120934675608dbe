import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertAct } from './acts-store.ts';
import { announceCase } from './note-sign.ts';
import { selectSigns, selectStandingSignsOf, withdrawSignsById } from './signs-store.ts';
import { lockCase, updateCase } from './store.ts';
import type { StoredCase } from './store.ts';

/** A call was taken back: what it told is no sign any more. */
export async function withdrawSigns(
  ctx: TransactionContext,
  { callId }: Pick<EventOf<'call.undone'>, 'callId'>,
): Promise<void> {
  const signs = await selectStandingSignsOf(ctx, callId);
  for (const [caseId, of] of Map.groupBy(signs, (sign) => sign.caseId))
    await withdrawFrom(
      ctx,
      (await lockCase(ctx, caseId))!,
      of.map(({ id }) => id),
    );
}

/** A case that has no sign left, and no answer yet, was none. */
export async function withdrawFrom(
  ctx: TransactionContext,
  held: StoredCase,
  signIds: readonly string[],
): Promise<void> {
  await withdrawSignsById(ctx, signIds);
  await insertAct(ctx, held.id, { kind: 'sign-withdrawn' });
  const others = (await selectSigns(ctx, [held.id])).filter(({ withdrawnAt }) => withdrawnAt === null);
  if (others.length > 0 || held.state !== 'open' || held.answer !== null) return;
  await updateCase(ctx, held.id, { state: 'withdrawn' });
  await recordAudit(ctx, { action: 'case.withdrawn', subject: { type: 'case', id: held.id } });
  await announceCase(ctx, 'case.closed', held, ctx.now);
}
