import { dayAt } from '#domain/base/time.ts';
import { PhotoUpload } from '#domain/records/contract.ts';
import type { Photo } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { forgetPicture, keepPicture, readUpload, redraw } from './keep-picture.ts';
import { insertPhoto, selectPhotoBySha, selectPhotos } from './photos-store.ts';

/** Takes a photo in. The same file sent again gives the photo there is: an upload has no key to be known by. */
export async function uploadPhoto(ctx: SignedInContext, input: { customerId: string }): Promise<Photo> {
  requirePermission(ctx, 'customers.write');
  // Before a byte is read: nobody draws pictures for somebody else's customer.
  await inTransaction(ctx, (ctx) => requireCustomer(ctx, input.customerId));
  const { stream, fields } = await ctx.exchange.upload();
  const { file, sha256 } = await readUpload(stream);
  const { moment, takenOn, caption } = PhotoUpload.parse(fields);
  const today = dayAt(ctx.now, ctx.zone);
  if (takenOn !== undefined && takenOn > today) throw new Invalid({ path: 'takenOn', code: 'in-the-future' });
  const picture = await redraw(file);
  const place = { dataDir: ctx.dataDir, orgId: ctx.orgId, id: newId() };

  try {
    return await inTransaction(ctx, async (ctx) => {
      const { id: customerId } = await requireCustomer(ctx, input.customerId);
      const known = await selectPhotoBySha(ctx, customerId, sha256);
      if (known) return known;
      const { width, height, bytes } = picture;
      await insertPhoto(ctx, {
        ...{ id: place.id, customerId, sha256, width, height, bytes, moment },
        takenOn: takenOn ?? today,
        caption: caption || null,
      });
      await keepPicture(place, picture);
      await recordAudit(ctx, { action: 'photo.added', subject: { type: 'customer', id: customerId } });
      return (await selectPhotos(ctx, customerId)).find((photo) => photo.id === place.id)!;
    });
  } catch (error) {
    await forgetPicture(place);
    throw error;
  }
}
