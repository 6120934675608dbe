import { addHours } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { deleteChangesBefore } from './board-store.ts';

/** A screen that was away for longer reads the whole board. */
const keptHours = 48;

export async function clearBoard(ctx: Context): Promise<void> {
  await inTransaction(ctx, (ctx) => deleteChangesBefore(ctx, addHours(ctx.now, -keptHours)));
}
