import { byId } from '#domain/base/ids.ts';
import {
  AccountCode,
  Checkout,
  CheckoutList,
  CheckoutRulesView,
  CheckoutSheet,
  FinishCheckout,
  ListCheckouts,
  ListWithoutNext,
  SaveAccountCode,
  SaveCheckoutRules,
} from '#domain/checkout/contract.ts';
import { get, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getAccountCode, getCheckoutRules, saveAccountCode, saveCheckoutRules } from './edit-rules.ts';
import { finishCheckout } from './finish-checkout.ts';
import { listCheckouts, listWithoutNext } from './list-checkouts.ts';
import { openCheckout } from './open-checkout.ts';

const atDesk = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'desk.work',
} as const;
const ofClinic = { scope: 'clinic', shows: ['public'], permission: 'desk.work', params: byId } as const;
const managed = { ...ofClinic, permission: 'desk.manage' } as const;

export const checkoutRoutes: Route[] = [
  get({ ...atDesk, path: '/checkouts', query: ListCheckouts, gives: CheckoutList, does: listCheckouts }),
  get({
    ...atDesk,
    path: '/checkouts/without-next',
    query: ListWithoutNext,
    gives: CheckoutList,
    does: listWithoutNext,
  }),
  get({ ...atDesk, path: '/visits/:id/checkout', params: byId, gives: CheckoutSheet, does: openCheckout }),
  post({
    ...atDesk,
    path: '/visits/:id/checkout',
    params: byId,
    body: FinishCheckout,
    ifMatch: true,
    gives: Checkout,
    does: finishCheckout,
  }),
  get({
    ...ofClinic,
    path: '/clinics/:id/checkout-rules',
    gives: CheckoutRulesView,
    does: getCheckoutRules,
  }),
  put({
    ...managed,
    path: '/clinics/:id/checkout-rules',
    body: SaveCheckoutRules,
    ifMatch: true,
    gives: CheckoutRulesView,
    does: saveCheckoutRules,
  }),
  get({ ...ofClinic, path: '/clinics/:id/account-code', gives: AccountCode, does: getAccountCode }),
  put({
    ...managed,
    path: '/clinics/:id/account-code',
    body: SaveAccountCode,
    gives: AccountCode,
    does: saveAccountCode,
  }),
];
