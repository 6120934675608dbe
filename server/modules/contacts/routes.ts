import { ContactBudgetView, PublishContactBudget } from '#domain/contacts/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getContactBudget } from './get-contact-budget.ts';
import { publishContactBudget } from './publish-contact-budget.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;

export const contactRoutes: Route[] = [
  get({
    ...ofHouse,
    permission: 'protocols.read',
    path: '/contact-budget',
    gives: ContactBudgetView,
    does: getContactBudget,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/contact-budget',
    body: PublishContactBudget,
    ifMatch: true,
    gives: ContactBudgetView,
    does: publishContactBudget,
  }),
];
