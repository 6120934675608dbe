import type { WaitingScreen } from '#domain/reception/contract.ts';
import type { ScreenShows } from '#domain/reception/waiting-screen.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { staffOf } from './store.ts';

/** Those in use, the oldest first. */
export async function selectScreens(
  ctx: TransactionContext,
  { clinicId, id }: { clinicId?: string; id?: string },
): Promise<WaitingScreen[]> {
  const rows = await ctx.db
    .selectFrom('waiting_screens as w')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'w.created_by'))
    .select([
      'w.id',
      'w.clinic_id as clinicId',
      'w.name',
      'w.shows',
      'w.created_at as createdAt',
      's.name as createdByName',
    ])
    .where('w.org_id', '=', ctx.orgId)
    .where('w.revoked_at', 'is', null)
    .$if(clinicId !== undefined, (query) => query.where('w.clinic_id', '=', clinicId!))
    .$if(id !== undefined, (query) => query.where('w.id', '=', id!))
    .orderBy('w.created_at')
    .orderBy('w.id')
    .execute();
  return rows.map((row) => ({ ...row, shows: row.shows as ScreenShows }));
}

/** The screen in use that a token opens. */
export async function selectScreenOf(
  ctx: TransactionContext,
  hash: string,
): Promise<{ clinicId: string; shows: ScreenShows } | undefined> {
  const row = await ctx.db
    .selectFrom('waiting_screens')
    .select(['clinic_id as clinicId', 'shows'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, shows: row.shows as ScreenShows };
}

export async function insertScreen(
  ctx: TransactionContext,
  screen: { id: string; clinicId: string; name: string; shows: ScreenShows; hash: string },
): Promise<void> {
  const { id, clinicId, name, shows, hash } = screen;
  await ctx.db
    .insertInto('waiting_screens')
    .values({
      org_id: ctx.orgId,
      ...{ id, clinic_id: clinicId, name, shows, token_hash: hash },
      created_at: ctx.now,
      created_by: staffOf(ctx),
    })
    .execute();
}

/** Its secret opens nothing any more. */
export async function markRevoked(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('waiting_screens')
    .set({ revoked_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
