import { CustomerPage, FollowLink } from '#domain/customer-page/contract.ts';
import { linkPurposes } from '#domain/links/link.ts';
import { showAppointmentPage } from './modules/confirmations/answer-ask.ts';
import { showChoices } from './modules/consents/withdraw-by-link.ts';
import { showForm } from './modules/forms/answer-by-link.ts';
import { followLink, linkGone } from './modules/links/follow-link.ts';
import { showOffer } from './modules/waitlist/answer-offer.ts';
import { post } from './platform/http/define-route.ts';
import type { PublicContext, Route } from './platform/http/define-route.ts';
import { keysOf } from './platform/keys.ts';

/** What stands behind a customer's link, on one page: purpose → verb. Asked by POST, so that no address has the token. */
async function openCustomerPage(house: PublicContext, { token }: { token: string }): Promise<CustomerPage> {
  return followLink(house, { token, purposes: linkPurposes }, async (ctx, link): Promise<CustomerPage> => {
    switch (link.purpose) {
      case 'rating':
      case 'form':
      case 'intake':
        return showForm(ctx, link);
      case 'appointment':
        return showAppointmentPage(ctx, link);
      case 'waitlist':
        return showOffer(ctx, link);
      case 'consent':
        return showChoices(ctx, link, keysOf(house.dataDir));
      default:
        throw linkGone();
    }
  });
}

export const customerPageRoutes: Route[] = [
  post({
    permission: 'public',
    scope: 'own',
    shows: ['public', 'personal'],
    path: '/customer-page',
    body: FollowLink,
    gives: CustomerPage,
    does: openCustomerPage,
  }),
];
