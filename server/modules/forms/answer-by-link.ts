import type { z } from 'zod';
import type { FormPage, SendByLink, Thanks } from '#domain/customer-page/contract.ts';
import { greetingOf } from '#domain/customer-page/greeting.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { followLink, linkGone } from '../links/follow-link.ts';
import type { FollowedLink } from '../links/follow-link.ts';
import { useLink } from '../links/use-link.ts';
import { withdrawMessages } from '../messaging/withdraw-messages.ts';
import { nameHouse } from '../records/name-house.ts';
import { keepAnswer } from './keep-answer.ts';
import { selectRequest } from './requests-store.ts';
import { selectVersion } from './store.ts';

export const formPurposes = ['rating', 'form', 'intake'] as const;

/** What the customer sees: the questions and who reads the answers; not the form's name, nor what was done. */
export async function showForm(ctx: TransactionContext, link: FollowedLink): Promise<FormPage> {
  const request = await requestOf(ctx, link, { hold: false });
  if (!request || request.answeredAt !== null) throw linkGone();
  const { definition } = await selectVersion(ctx, request.formVersionId);
  const customer = await requireCustomer(ctx, link.customerId);
  const { title, readBy, thanks, questions } = definition;
  return {
    kind: 'form',
    clinicName: await nameHouse(ctx, { customerId: customer.id, clinicId: request.clinicId }),
    greeting: greetingOf(customer.name),
    form: { title, readBy, thanks, questions },
  };
}

/** Keeps what the customer sent, and shuts the link. The same sending again gets the same thanks. */
export async function answerByLink(
  house: PublicContext,
  input: z.output<typeof SendByLink>,
): Promise<z.input<typeof Thanks>> {
  const { token, values, sendId } = input;
  return followLink(
    house,
    { token, purposes: formPurposes, toUse: true, evenShut: true },
    async (ctx, link) => {
      const request = await requestOf(ctx, link, { hold: true });
      if (!request || (!link.isOpen && request.answeredAt === null)) throw linkGone();
      const source = request.source === 'tablet' ? 'tablet' : 'link';
      if (link.isOpen) {
        // Before the other links to the same form are taken back: this one did what it was for.
        await useLink(ctx, link.id);
        await withdrawMessages(ctx, { kind: 'link', id: link.id });
      }
      const { definition } = await keepAnswer(ctx, request, { values, sendId, source }).catch(asGone);
      return { thanks: definition.thanks };
    },
  );
}

function requestOf(ctx: TransactionContext, link: FollowedLink, options: { hold: boolean }) {
  return link.subjectId ? selectRequest(ctx, link.subjectId, options) : Promise.resolve(undefined);
}

/** Answered otherwise meanwhile, the link says no more than an unknown one. */
function asGone(error: unknown): never {
  throw (error as { code?: string }).code === 'form-answered' ? linkGone() : error;
}
