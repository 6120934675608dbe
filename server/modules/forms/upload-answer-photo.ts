import type { z } from 'zod';
import type { SentPhoto } from '#domain/customer-page/contract.ts';
import { photosAtMost } from '#domain/forms/answering.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { followLink, linkGone } from '../links/follow-link.ts';
import { uploadPhoto } from '../records/upload-photo.ts';
import { systemContext } from '../staff/gate.ts';
import { formPurposes } from './answer-by-link.ts';
import { selectRequest, updatePhotos } from './requests-store.ts';

/** So many tries at four good pictures, those that failed among them; then the link takes no more. */
const uploadsAtMost = photosAtMost * 3;

/**
 * Takes a customer's photo in before the answer is sent: onto the record, without either consent. Throws Conflict
 * `too-many-photos`.
 */
export async function uploadAnswerPhoto(house: PublicContext): Promise<z.input<typeof SentPhoto>> {
  const { fileName, stream, fields } = await house.exchange.upload();
  const wanted = { token: fields['token'] ?? '', purposes: formPurposes };
  // Drawing a picture takes its time: the link is looked at before, not meanwhile, and the try is counted then.
  const tryId = newId();
  const { orgId, customerId, requestId } = await followLink(house, wanted, async (ctx, link) => {
    const request = link.subjectId && (await selectRequest(ctx, link.subjectId, { hold: true }));
    if (!request || request.answeredAt !== null) throw linkGone();
    if (request.photoIds.length >= uploadsAtMost) throw new Conflict('too-many-photos');
    await updatePhotos(ctx, request.id, [...request.photoIds, tryId]);
    return { orgId: ctx.orgId, customerId: link.customerId, requestId: request.id };
  });
  const ctx = await systemContext(house, orgId, house.exchange.ip);
  const exchange = { ...house.exchange, upload: () => Promise.resolve({ fileName, stream, fields: {} }) };
  const photo = await uploadPhoto({ ...ctx, exchange, dataDir: house.dataDir }, { customerId });
  await inTransaction(ctx, async (ctx) => {
    const held = await selectRequest(ctx, requestId, { hold: true });
    const tries = held?.photoIds ?? [];
    await updatePhotos(
      ctx,
      requestId,
      tries.map((id) => (id === tryId ? photo.id : id)),
    );
  });
  return { id: photo.id };
}
