import { byId } from '#domain/base/ids.ts';
import { ConsentsOfCustomer, GiveConsent, WithdrawConsent } from '#domain/consents/contract.ts';
import { ConsentPage, FollowLink, ReachPage, WithdrawByLink } from '#domain/customer-page/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import { getConsents } from './get-consents.ts';
import { giveConsent } from './give-consent.ts';
import { refuseOffers, showReach, withdrawByLink } from './withdraw-by-link.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_minor'] } as const;

const ofLink = { permission: 'public', scope: 'own', shows: ['personal'] } as const;

export const consentRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'consents.read',
    path: '/customers/:id/consents',
    params: byId,
    gives: ConsentsOfCustomer,
    does: (ctx, input) => getConsents(ctx, input, keysOf(ctx.dataDir)),
  }),
  post({
    ...ofClinic,
    permission: 'consents.write',
    path: '/customers/:id/consents',
    params: byId,
    body: GiveConsent,
    gives: ConsentsOfCustomer,
    does: (ctx, input) => giveConsent(ctx, input, keysOf(ctx.dataDir)),
  }),
  post({
    ...ofClinic,
    permission: 'consents.write',
    path: '/customers/:id/consents/withdraw',
    params: byId,
    body: WithdrawConsent,
    gives: ConsentsOfCustomer,
    does: (ctx, input) => withdrawConsent(ctx, input, keysOf(ctx.dataDir)),
  }),
  post({
    ...ofLink,
    path: '/consent-links/withdraw',
    body: WithdrawByLink,
    gives: ConsentPage,
    does: withdrawByLink,
  }),
  post({
    ...ofLink,
    path: '/consent-links/reach',
    body: FollowLink,
    gives: ReachPage,
    does: showReach,
  }),
  post({
    ...ofLink,
    path: '/consent-links/no-offers',
    body: FollowLink,
    gives: ReachPage,
    does: refuseOffers,
  }),
];
