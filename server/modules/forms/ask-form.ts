import type { AskedForm, FormSource } from '#domain/forms/contract.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import type { QueuedMessage } from '#domain/messaging/contract.ts';
import { aboutVisit } from '#domain/forms/about.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { noteUnsentForm } from '../followups/find-forms-to-send.ts';
import { findVisitOf } from '../followups/find-visit-of.ts';
import { createLink } from '../links/create-link.ts';
import type { NewLink } from '../links/create-link.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { listVisits } from '../visits/list-visits.ts';
import { holdFormInForce } from './find-form.ts';
import {
  insertRequest,
  selectOpenRequest,
  selectRequests,
  updateExpiry,
  updateFollowupOf,
} from './requests-store.ts';

/**
 * Asks a customer: gives a link to send or to open on the tablet, or the form for a colleague to fill in. The same form
 * about the same visit sent again is the same request with a new link, so that nobody counts twice as asked.
 */
export async function askForm(
  ctx: Context,
  input: {
    id: string;
    code: string;
    source: FormSource;
    visitId: string | null;
    followupId: string | null;
    send: boolean;
  },
): Promise<AskedForm> {
  requirePermission(ctx, 'forms.ask');
  if (input.send && input.source !== 'link') throw new Invalid({ path: 'send', code: 'not-a-link' });
  return inTransaction(ctx, async (ctx) => {
    const { id, definition } = await requestForm(ctx, { ...input, customerId: input.id });
    const customerId = input.id;
    const link = input.source === 'staff' ? null : await linkTo(ctx, { customerId, id, definition });
    const message = link && input.send ? await sendLink(ctx, { customerId, definition, link }) : null;
    const [request] = await selectRequests(ctx, { id });
    return { request: request!, definition, link: link && pathOf(link), message };
  });
}

const pathOf = ({ path, expiresAt }: NewLink) => ({ path, expiresAt });

/** Sends a customer the link of a form for a followup that begins; what was asked for it before is not asked again. */
export async function sendFormFor(
  ctx: TransactionContext,
  followup: { id: string; customerId: string; code: string },
): Promise<void> {
  const { id: followupId, customerId, code } = followup;
  const of = { customerId, code, visitId: null, followupId, source: 'link' } as const;
  const { id, definition } = await requestForm(ctx, of);
  const link = await linkTo(ctx, { customerId, id, definition });
  await sendLink(ctx, { customerId, definition, link });
}

interface WishedForm {
  customerId: string;
  code: string;
  source: FormSource;
  visitId: string | null;
  followupId: string | null;
}

async function requestForm(
  ctx: TransactionContext,
  { customerId, code, source, visitId, followupId }: WishedForm,
): Promise<{ id: string; definition: FormDefinition }> {
  const customer = await requireCustomer(ctx, customerId);
  const form = await holdFormInForce(ctx, code);
  const wished = { customerId: customer.id, visitId, followupId };
  const { clinicId, ...about } = await aboutWhat(ctx, wished, form.definition);
  if (followupId !== null) await noteUnsentForm(ctx, followupId, null);
  const of = { formVersionId: form.id, customerId, source };
  const again = await selectOpenRequest(ctx, { ...of, visitId: about.visitId });
  if (again) {
    if (followupId !== null) await updateFollowupOf(ctx, again, followupId);
    return { id: again, definition: form.definition };
  }
  const id = newId();
  // A visit is told to the clinic it was in, wherever the customer belongs.
  await insertRequest(ctx, { ...of, ...about, id, clinicId: clinicId ?? customer.clinicId, followupId });
  await recordAudit(ctx, {
    action: 'form.asked',
    subject: { type: 'customer', id: customer.id },
    reason: form.code,
  });
  return { id, definition: form.definition };
}

async function linkTo(
  ctx: TransactionContext,
  { customerId, id, definition }: { customerId: string; id: string; definition: FormDefinition },
): Promise<NewLink> {
  const link = await createLink(ctx, { customerId, purpose: purposeOf(definition), subjectId: id });
  await updateExpiry(ctx, id, link.expiresAt);
  return link;
}

function purposeOf({ kind }: FormDefinition): 'rating' | 'intake' | 'form' {
  return kind === 'satisfaction' ? 'rating' : kind === 'intake' ? 'intake' : 'form';
}

/** Each link is a message of its own, so that one sent a second time goes out a second time. */
function sendLink(
  ctx: TransactionContext,
  { customerId, definition, link }: { customerId: string; definition: FormDefinition; link: NewLink },
): Promise<QueuedMessage> {
  return queueMessage(ctx, {
    ...{ customerId, templateKey: `${purposeOf(definition)}-link`, variables: { link: link.url } },
    cause: { kind: 'link', id: link.id },
  });
}

/** A form for a followup is about the visit that this goes back to, as a score given in its call is. */
async function aboutWhat(
  ctx: TransactionContext,
  { customerId, visitId, followupId }: Pick<WishedForm, 'customerId' | 'visitId' | 'followupId'>,
  { categories }: FormDefinition,
): Promise<ReturnType<typeof aboutVisit>> {
  const { items } = await listVisits(ctx, { customerId });
  const isKnown = (wanted: string) => items.some(({ id }) => id === wanted);
  if (visitId !== null && !isKnown(visitId)) throw new Invalid({ path: 'visitId', code: 'unknown' });
  const ofFollowup = followupId === null ? null : await findVisitOf(ctx, { followupId, customerId });
  if (ofFollowup === undefined) throw new Invalid({ path: 'followupId', code: 'unknown' });
  // One in a clinic that whoever asks does not see is as if nobody said.
  const meant = visitId ?? (ofFollowup !== null && isKnown(ofFollowup) ? ofFollowup : null);
  return aboutVisit(items, meant, categories);
}
