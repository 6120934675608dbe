import type { Instant } from '#domain/base/time.ts';
import type { Photo } from '#domain/records/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { staffId } from './store.ts';

function photos(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('photos as p')
    .leftJoin('staff as c', (join) => join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'p.created_by'))
    .leftJoin('staff as i', (join) =>
      join.on('i.org_id', '=', ctx.orgId).onRef('i.id', '=', 'p.internal_use_by'),
    )
    .leftJoin('staff as u', (join) => join.on('u.org_id', '=', ctx.orgId).onRef('u.id', '=', 'p.publish_by'))
    .select([
      'p.id',
      'p.moment',
      'p.taken_on as takenOn',
      'p.caption',
      'p.width',
      'p.height',
      'p.bytes',
      'p.internal_use_at as internalUseAt',
      'i.name as internalUseByName',
      'p.publish_at as publishAt',
      'u.name as publishByName',
      'p.created_at as createdAt',
      'c.name as createdByName',
      'p.version',
    ])
    .where('p.org_id', '=', ctx.orgId);
}

type PhotoRow = Awaited<ReturnType<ReturnType<typeof photos>['executeTakeFirstOrThrow']>>;

function asPhoto({ internalUseAt, internalUseByName, publishAt, publishByName, ...row }: PhotoRow): Photo {
  return {
    ...row,
    moment: row.moment as Photo['moment'],
    internalUse: internalUseAt === null ? null : { at: internalUseAt, byName: internalUseByName },
    publish: publishAt === null ? null : { at: publishAt, byName: publishByName },
  };
}

/** The newest first. */
export async function selectPhotos(ctx: TransactionContext, customerId: string): Promise<Photo[]> {
  const rows = await photos(ctx)
    .where('p.customer_id', '=', customerId)
    .orderBy('p.taken_on', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows.map(asPhoto);
}

/** Held until the transaction ends, so that two editors come one after the other. */
export async function lockPhoto(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<Photo | undefined> {
  const row = await photos(ctx)
    .where('p.customer_id', '=', customerId)
    .where('p.id', '=', id)
    .forNoKeyUpdate(['p'])
    .executeTakeFirst();
  return row && asPhoto(row);
}

export async function selectPhotoBySha(
  ctx: TransactionContext,
  customerId: string,
  sha256: string,
): Promise<Photo | undefined> {
  const row = await photos(ctx)
    .where('p.customer_id', '=', customerId)
    .where('p.sha256', '=', sha256)
    .executeTakeFirst();
  return row && asPhoto(row);
}

export interface NewPhoto extends Pick<
  Photo,
  'id' | 'moment' | 'takenOn' | 'caption' | 'width' | 'height' | 'bytes'
> {
  customerId: string;
  sha256: string;
}

export async function insertPhoto(ctx: TransactionContext, photo: NewPhoto): Promise<void> {
  await ctx.db
    .insertInto('photos')
    .values({
      org_id: ctx.orgId,
      id: photo.id,
      customer_id: photo.customerId,
      moment: photo.moment,
      taken_on: photo.takenOn,
      caption: photo.caption,
      width: photo.width,
      height: photo.height,
      bytes: photo.bytes,
      sha256: photo.sha256,
      created_at: ctx.now,
      created_by: staffId(ctx),
    })
    .execute();
}

export interface PhotoChange extends Partial<Pick<Photo, 'moment' | 'takenOn' | 'caption'>> {
  internalUseAt?: Instant | null;
  publishAt?: Instant | null;
}

export async function updatePhoto(ctx: TransactionContext, id: string, change: PhotoChange): Promise<void> {
  const { internalUseAt, publishAt } = change;
  const by = (at: Instant | null): string | null => (at === null ? null : staffId(ctx));
  await ctx.db
    .updateTable('photos')
    .set((eb) => ({
      ...(change.moment === undefined ? {} : { moment: change.moment }),
      ...(change.takenOn === undefined ? {} : { taken_on: change.takenOn }),
      ...(change.caption === undefined ? {} : { caption: change.caption }),
      ...(internalUseAt === undefined
        ? {}
        : { internal_use_at: internalUseAt, internal_use_by: by(internalUseAt) }),
      ...(publishAt === undefined ? {} : { publish_at: publishAt, publish_by: by(publishAt) }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function deletePhoto(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db.deleteFrom('photos').where('org_id', '=', ctx.orgId).where('id', '=', id).execute();
}
