import type { z } from 'zod';
import type { PublishWhyNot, WhyNotView } from '#domain/consultations/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { whyNotInForce } from './list-why-not.ts';
import { insertWhyNot } from './why-not-store.ts';

/** Puts the clinic's own list of reasons in force; `version` is the one it was edited from. */
export async function publishWhyNot(
  ctx: Context,
  input: z.output<typeof PublishWhyNot> & { version: number },
): Promise<WhyNotView> {
  requirePermission(ctx, 'consultations.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await whyNotInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertWhyNot(ctx, { id, version: input.version + 1, items: input.items }));
    if (!isFirst) throw new Conflict('stale-version', { current: await whyNotInForce(ctx) });
    await recordAudit(ctx, {
      action: 'why-not-list.published',
      subject: { type: 'why-not-list', id },
      before: { items: before.items },
      after: { items: input.items },
    });
    return whyNotInForce(ctx);
  });
}
