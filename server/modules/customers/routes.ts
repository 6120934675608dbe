import { byId } from '#domain/base/ids.ts';
import {
  AskChanges,
  CreateCustomer,
  Customer,
  CustomerPage,
  EditCustomer,
  FieldChanges,
  ListCustomers,
  ListTimeline,
  RevealedPhone,
  RevealPhone,
  Timeline,
} from '#domain/customers/contract.ts';
import { get, patch, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { createCustomer } from './create-customer.ts';
import { editCustomer } from './edit-customer.ts';
import { getCustomer } from './get-customer.ts';
import { listChanges } from './list-changes.ts';
import { listCustomers } from './list-customers.ts';
import { listTimeline } from './list-timeline.ts';
import { revealPhone } from './reveal-phone.ts';

const ofClinic = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health', 'sensitive_minor'],
} as const;

export const customerRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'customers.read',
    path: '/customers',
    query: ListCustomers,
    gives: CustomerPage,
    does: listCustomers,
  }),
  post({
    ...ofClinic,
    permission: 'customers.write',
    path: '/customers',
    body: CreateCustomer,
    gives: Customer,
    does: createCustomer,
  }),
  get({
    ...ofClinic,
    permission: 'customers.read',
    path: '/customers/:id',
    params: byId,
    gives: Customer,
    does: getCustomer,
  }),
  patch({
    ...ofClinic,
    permission: 'customers.write',
    path: '/customers/:id',
    params: byId,
    body: EditCustomer,
    ifMatch: true,
    gives: Customer,
    does: editCustomer,
  }),
  post({
    permission: 'customers.reveal-phone',
    scope: 'clinic',
    shows: ['personal'],
    path: '/customers/:id/reveal-phone',
    params: byId,
    body: RevealPhone,
    gives: RevealedPhone,
    once: true,
    does: revealPhone,
  }),
  get({
    ...ofClinic,
    permission: 'customers.read',
    path: '/customers/:id/timeline',
    params: byId,
    query: ListTimeline,
    gives: Timeline,
    does: (ctx, { id, ...input }) => listTimeline(ctx, { ...input, customerId: id }),
  }),
  get({
    ...ofClinic,
    permission: 'customers.read',
    path: '/customers/:id/changes',
    params: byId,
    query: AskChanges,
    gives: FieldChanges,
    does: listChanges,
  }),
];
