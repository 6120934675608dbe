import { sealedFields } from '#domain/messaging/account.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { lockReadable, saveSealed } from './accounts-store.ts';
import { sealSettings } from './open-account.ts';

/** Seals what accounts that were set up before it was sealed still show; a migration has no key to do it. */
export async function sealOldSettings(ctx: Context, keys: Keys): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const { id, settings, sealedSettings } of await lockReadable(ctx, sealedFields)) {
      const parted = sealSettings(ctx, id, settings, keys);
      await saveSealed(ctx, id, {
        ...parted,
        sealedSettings: { ...sealedSettings, ...parted.sealedSettings },
      });
    }
  });
}
