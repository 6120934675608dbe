import type { z } from 'zod';
import type { ListMessages, Message, MessagePage } from '#domain/messaging/contract.ts';
import { withoutTokens } from '#domain/links/token.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { selectMessages } from './store.ts';
import { selectTemplates } from './templates-store.ts';

/** What waits for a colleague's hand or word, what is still to go, and what is over. */
export async function listMessages(ctx: Context, input: ListMessages): Promise<z.input<typeof MessagePage>> {
  requirePermission(ctx, 'messages.read');
  const { list, customerId, kind, channel, page, pageSize } = input;
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { rows, total } = await selectMessages(ctx, {
      ...{ list, clinicIds, customerId, kind, channel },
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const people = await briefCustomers(
      ctx,
      rows.flatMap((row) => row.customerId ?? []),
    );
    const published = await selectTemplates(ctx);
    return {
      total,
      // Who became part of another record is shown there.
      items: rows.flatMap((row): Message[] => {
        const { id, customerId, clinicId, templateKey, kind, channel, text, state, reason } = row;
        const person = customerId === null ? undefined : people.get(customerId);
        if (!person || customerId === null || kind === 'staff_notice' || channel === 'group') return [];
        const template =
          published.find(({ key, version }) => key === templateKey && version === row.templateVersion)
            ?.definition ?? standardTemplates.find(({ key }) => key === templateKey);
        return [
          {
            ...{ id, customerId, clinicId, templateKey, kind, channel, state, reason },
            // Who sends it by hand copies it as it is.
            text: state === 'by_hand' ? text : withoutTokens(text),
            customerName: person.name,
            customerNumber: person.number,
            phone: person.phone,
            hasPhone: person.phone !== null,
            templateName: template?.name ?? { zh: templateKey, en: templateKey },
            toGuardian: row.toGuardian,
            isQuarantined: row.quarantinedAt !== null,
            ...{ tries: row.tries, queuedAt: row.queuedAt, queuedByName: row.queuedByName },
            ...{ dueAt: row.dueAt, staleAt: row.staleAt, sentAt: row.sentAt },
            ...{ settledAt: row.settledAt, settledByName: row.settledByName },
          },
        ];
      }),
    };
  });
}
