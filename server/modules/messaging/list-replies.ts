import type { z } from 'zod';
import type { ListReplies, Reply, ReplyPage } from '#domain/messaging/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectReplies } from './replies-store.ts';

/** What customers answered to what they were sent. */
export async function listReplies(ctx: Context, input: ListReplies): Promise<z.input<typeof ReplyPage>> {
  requirePermission(ctx, 'messages.read');
  const { list, page, pageSize } = input;
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { rows, total } = await selectReplies(ctx, {
      ...{ list, clinicIds },
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const people = await briefCustomers(
      ctx,
      rows.flatMap(({ customerId }) => customerId ?? []),
    );
    return {
      total,
      items: rows.map((row): Reply => {
        const person = row.customerId === null ? undefined : people.get(row.customerId);
        return {
          ...row,
          customerName: person?.name ?? null,
          customerNumber: person?.number ?? null,
          phone: person?.phone ?? null,
        };
      }),
    };
  });
}
