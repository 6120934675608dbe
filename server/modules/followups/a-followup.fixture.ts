import type { Purpose } from '#domain/contacts/contact.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { insertPlans } from './planning-store.ts';
import { updateFollowup } from './store.ts';
import { selectProtocols } from './versions-store.ts';

/** A followup with just that window, of a protocol of the service desk. */
export async function aFollowup(
  ctx: Context,
  customer: { id: string; clinicId: string },
  window: {
    opensAt: string;
    closesAt: string;
    /** When its window ends, where no day was made level for it. */
    dueAt?: string;
    nextTryAt?: string | null;
    assigneeId?: string | null;
    purpose?: Purpose;
  },
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const [protocol] = await selectProtocols(ctx);
    const id = newId();
    const planId = newId();
    const { id: customerId, clinicId } = customer;
    const plan = {
      id: planId,
      customerId,
      clinicId,
      protocolVersionId: protocol!.versionId,
      event: 'manual',
      eventKey: `${id} x`,
      eventAt: ctx.now,
      visitId: null,
    };
    const step = protocol!.definition.steps[0]!;
    const { opensAt, closesAt, assigneeId = null } = window;
    await insertPlans(
      ctx,
      [plan],
      [
        {
          id,
          planId,
          customerId,
          clinicId,
          stepKey: step.key,
          purpose: window.purpose ?? step.purpose,
          role: 'cs_agent',
          assigneeId,
          opensAt,
          dueAt: window.dueAt ?? closesAt,
          closesAt,
        },
      ],
      null,
    );
    if (window.nextTryAt) await updateFollowup(ctx, id, { next_try_at: window.nextTryAt });
    return id;
  });
}
