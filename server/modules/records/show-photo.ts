import type { z } from 'zod';
import type { PhotoSize } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Download, SignedInContext } from '#server/platform/http/define-route.ts';
import { readPicture } from './keep-picture.ts';
import { requirePhoto } from './edit-photo.ts';

/** The picture itself; who looked at whose is on record. */
export async function showPhoto(
  ctx: SignedInContext,
  input: { id: string; photoId: string } & z.output<typeof PhotoSize>,
): Promise<Download> {
  requirePermission(ctx, 'visits.read');
  const photo = await inTransaction(ctx, async (ctx) => {
    const photo = await requirePhoto(ctx, input.id, input.photoId);
    await recordAudit(ctx, { action: 'photo.viewed', subject: { type: 'customer', id: input.id } });
    return photo;
  });
  const picture = await readPicture({ dataDir: ctx.dataDir, orgId: ctx.orgId, id: photo.id }, input.size);
  return { fileName: `${photo.takenOn}.jpg`, contentType: 'image/jpeg', body: once(picture) };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
