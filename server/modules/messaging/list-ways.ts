import type { z } from 'zod';
import { channelOf } from '#domain/messaging/account.ts';
import type { MessageWays } from '#domain/messaging/contract.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { opensElsewhere } from '#server/platform/public-url.ts';
import { isMadeUp } from '../staff/check-made-up.ts';
import { listOpenAccounts } from './list-accounts.ts';

/** By which ways anything goes out by itself; where there is none, everything goes by hand. */
export async function listWays(ctx: Context): Promise<z.input<typeof MessageWays>> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, async (ctx) => ({
    isMadeUp: await isMadeUp(ctx),
    linksOpen: opensElsewhere(ctx.publicUrl),
    items: (await listOpenAccounts(ctx))
      .filter(({ clinicId }) => clinicId === null || maySeeClinic(ctx, clinicId))
      .map(({ kind, name, clinicId, settings }) => ({
        ...{ channel: channelOf[kind], kind, name, clinicId },
        signName: typeof settings['signName'] === 'string' ? settings['signName'] : null,
      })),
  }));
}
