import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { Live, LiveContext } from '#server/platform/http/define-route.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { watchBoards } from './watch-board.ts';

/**
 * What changes on a clinic's board, as it changes; after the last event the caller had, or the position it names.
 * With `once` it ends when everything was told: for who cannot hold a stream and asks every few seconds.
 */
export async function followBoard(
  ctx: LiveContext,
  { clinicId, after, once }: { clinicId: string; after: number; once: boolean },
): Promise<Live> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  const zone = await inTransaction(ctx, (ctx) => findClinicZone(ctx, clinicId));
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  const { orgId, lastEventId } = ctx;
  const boards = watchBoards(ctx);
  return {
    follow(send, end) {
      const { isUpToDate, stop } = boards.follow({ orgId, clinicId }, lastEventId ?? after, (news) =>
        send({ id: news.position, kind: 'changed', data: news }),
      );
      if (once) void isUpToDate.then(end);
      return stop;
    },
  };
}
