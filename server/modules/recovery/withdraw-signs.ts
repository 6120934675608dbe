import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertAct } from './acts-store.ts';
import { announceCase } from './note-sign.ts';
import { selectSigns, withdrawSignsOf } from './signs-store.ts';
import { lockCase, updateCase } from './store.ts';

/** A call was taken back: what it told is no sign any more, and a case that had no other, and no answer yet, was none. */
export async function withdrawSigns(
  ctx: TransactionContext,
  { callId }: Pick<EventOf<'call.undone'>, 'callId'>,
): Promise<void> {
  for (const id of await withdrawSignsOf(ctx, callId)) {
    const held = (await lockCase(ctx, id))!;
    await insertAct(ctx, id, { kind: 'sign-withdrawn' });
    const others = (await selectSigns(ctx, [id])).filter(({ withdrawnAt }) => withdrawnAt === null);
    if (others.length > 0 || held.state !== 'open' || held.answer !== null) continue;
    await updateCase(ctx, id, { state: 'withdrawn' });
    await recordAudit(ctx, { action: 'case.withdrawn', subject: { type: 'case', id } });
    await announceCase(ctx, 'case.closed', held, ctx.now);
  }
}
