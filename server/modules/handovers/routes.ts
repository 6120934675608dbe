import { byId } from '#domain/base/ids.ts';
import {
  Handover,
  HandoverNotice,
  LeftOwners,
  ListNewCustomers,
  NewCustomerPage,
  OwnedCounts,
  PlaceCustomers,
  PlacedCustomers,
  PreviewPlacing,
  PreviewTransfer,
  TransferCustomers,
  TransferPreview,
  TransferredPart,
} from '#domain/handovers/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getHandover, getHandoverNotice } from './get-handover.ts';
import { countCustomersOf, listLeftOwners } from './list-left-owners.ts';
import { listNewCustomers } from './list-new-customers.ts';
import { placeCustomers, previewPlacing } from './place-customers.ts';
import { readHandover } from './read-handover.ts';
import { previewTransfer, transferCustomers } from './transfer-customers.ts';

const ofClinic = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health', 'sensitive_minor'],
} as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const handoverRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'ownership.read',
    path: '/customers/:id/handover',
    params: byId,
    gives: Handover,
    does: getHandover,
  }),
  get({
    ...ofClinic,
    permission: 'ownership.read',
    path: '/customers/:id/handover-notice',
    params: byId,
    gives: HandoverNotice,
    does: getHandoverNotice,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.read',
    path: '/customers/:id/handover/read',
    params: byId,
    body: EmptyBody,
    gives: Handover,
    does: readHandover,
  }),
  get({
    permission: 'ownership.read',
    scope: 'own',
    shows: ['personal', 'sensitive_health'],
    path: '/handovers/new',
    query: ListNewCustomers,
    gives: NewCustomerPage,
    does: listNewCustomers,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/handovers/transfer/preview',
    body: PreviewTransfer,
    gives: TransferPreview,
    does: previewTransfer,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/handovers/transfer',
    body: TransferCustomers,
    gives: TransferredPart,
    does: transferCustomers,
  }),
  get({
    ...ofHouse,
    permission: 'ownership.decide',
    path: '/handovers/left',
    gives: LeftOwners,
    does: listLeftOwners,
  }),
  get({
    ...ofHouse,
    permission: 'staff.manage',
    path: '/handovers/owned-by/:id',
    params: byId,
    gives: OwnedCounts,
    does: countCustomersOf,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/handovers/left/:id/preview',
    params: byId,
    body: PreviewPlacing,
    gives: PlacedCustomers,
    does: previewPlacing,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/handovers/left/:id/place',
    params: byId,
    body: PlaceCustomers,
    gives: PlacedCustomers,
    does: placeCustomers,
  }),
];
