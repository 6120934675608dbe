import { byCardCode, CardList, CardView, WriteCard } from '#domain/recoverycards/contract.ts';
import { EmptyBody, get, Nothing, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { approveCard } from './approve-card.ts';
import { getCard, listCards } from './get-card.ts';
import { discardCard, writeCard } from './write-card.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;
const one = { ...ofHouse, params: byCardCode } as const;

export const recoveryCardRoutes: Route[] = [
  get({ ...ofHouse, permission: 'scripts.read', path: '/recovery-cards', gives: CardList, does: listCards }),
  get({ ...one, permission: 'scripts.read', path: '/recovery-cards/:code', gives: CardView, does: getCard }),
  put({
    ...one,
    permission: 'scripts.write',
    path: '/recovery-cards/:code',
    body: WriteCard,
    ifMatch: true,
    gives: CardView,
    does: writeCard,
  }),
  post({
    ...one,
    permission: 'scripts.write',
    path: '/recovery-cards/:code/discard',
    body: EmptyBody,
    ifMatch: true,
    gives: Nothing,
    does: discardCard,
  }),
  post({
    ...one,
    permission: 'scripts.approve',
    path: '/recovery-cards/:code/approve',
    body: EmptyBody,
    ifMatch: true,
    gives: CardView,
    does: approveCard,
  }),
];
