import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { sessionIdOf } from './gate.ts';
import { endSessions } from './sign-in-store.ts';

export async function signOut(ctx: SignedInContext): Promise<Record<string, never>> {
  const id = sessionIdOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    if (id) await endSessions(ctx, { id });
    await recordAudit(ctx, { action: 'signed-out' });
  });
  ctx.exchange.endSession();
  return {};
}
