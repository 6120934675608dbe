import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { requirePhoto } from './edit-photo.ts';
import { forgetPicture } from './keep-picture.ts';
import { deletePhoto } from './photos-store.ts';

/** For a photo of somebody else, or one the customer wants gone. */
export async function removePhoto(
  ctx: SignedInContext,
  input: { id: string; photoId: string },
): Promise<Record<string, never>> {
  requirePermission(ctx, 'customers.write');
  const { dataDir, orgId } = ctx;
  await inTransaction(ctx, async (ctx) => {
    const photo = await requirePhoto(ctx, input.id, input.photoId);
    await deletePhoto(ctx, photo.id);
    await recordAudit(ctx, { action: 'photo.removed', subject: { type: 'customer', id: input.id } });
    ctx.afterCommit(() => forgetPicture({ dataDir, orgId, id: photo.id }));
  });
  return {};
}
