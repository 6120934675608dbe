import {
  AddWish,
  AnswerOffer,
  AnswerOfferByLink,
  ListWaitlist,
  OfferAnswered,
  Waitlist,
  WaitlistWish,
  WithdrawWish,
} from '#domain/waitlist/contract.ts';
import { byId } from '#domain/base/ids.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { addWish, withdrawWish } from './add-wish.ts';
import { answerOffer, answerOfferByLink } from './answer-offer.ts';
import { listWaitlist } from './list-waitlist.ts';

const shown = { scope: 'clinic', shows: ['public', 'personal', 'sensitive_health'] } as const;
const written = { ...shown, permission: 'appointments.write' } as const;

export const waitlistRoutes: Route[] = [
  get({
    ...shown,
    permission: 'appointments.read',
    path: '/waitlist',
    query: ListWaitlist,
    gives: Waitlist,
    does: listWaitlist,
  }),
  post({ ...written, path: '/waitlist', body: AddWish, gives: WaitlistWish, does: addWish }),
  post({
    ...written,
    path: '/waitlist/:id/withdraw',
    params: byId,
    body: WithdrawWish,
    ifMatch: true,
    gives: WaitlistWish,
    does: withdrawWish,
  }),
  post({
    ...written,
    path: '/waitlist/offers/:id/answer',
    params: byId,
    body: AnswerOffer,
    gives: OfferAnswered,
    does: answerOffer,
  }),
  post({
    permission: 'public',
    scope: 'own',
    shows: ['public'],
    path: '/waitlist-links/answer',
    body: AnswerOfferByLink,
    gives: OfferAnswered,
    does: answerOfferByLink,
  }),
];
