import type { ConsentLink } from '#domain/messaging/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { createLink } from '../links/create-link.ts';
import { queueMessage } from './queue-message.ts';

/** Makes the way to a customer's own page of consents: to be shown as a QR code, or sent. */
export async function sendConsentLink(
  ctx: Context,
  input: { id: string; isSent: boolean },
): Promise<ConsentLink> {
  requirePermission(ctx, 'messages.send');
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await requireCustomer(ctx, input.id);
    const link = await createLink(ctx, { customerId, purpose: 'consent', subjectId: null });
    const wish = {
      ...{ customerId, templateKey: 'consent-link', variables: { link: link.url } },
      cause: { kind: 'link', id: link.id },
    };
    const message = input.isSent ? await queueMessage(ctx, wish) : null;
    return { path: link.path, expiresAt: link.expiresAt, message };
  });
}
