import { byId } from '#domain/base/ids.ts';
import {
  ClaimCustomer,
  ClaimedCustomer,
  DecidedReleases,
  DecideReleases,
  ListMine,
  ListPool,
  ListReleases,
  MyCustomers,
  OwnerHistory,
  OwnWarnings,
  PoolPage,
  PreviewReleases,
  PublishReleaseRules,
  ReleasePage,
  ReleaseRulesView,
  ReleasesPreview,
} from '#domain/ownership/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { listOwners } from '../customers/list-owners.ts';
import { claimCustomer } from './claim-customer.ts';
import { decideReleases, previewReleases } from './decide-releases.ts';
import { getRules } from './get-rules.ts';
import { listMine, listWarnings } from './list-mine.ts';
import { listPool } from './list-pool.ts';
import { listReleases } from './list-releases.ts';
import { publishRules } from './publish-rules.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofOneself = { scope: 'own', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const ownershipRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'ownership.read',
    path: '/customers/:id/owners',
    params: byId,
    gives: OwnerHistory,
    does: listOwners,
  }),
  get({
    ...ofOneself,
    permission: 'ownership.read',
    path: '/ownership/mine',
    query: ListMine,
    gives: MyCustomers,
    does: listMine,
  }),
  get({
    ...ofOneself,
    permission: 'ownership.read',
    path: '/ownership/warnings',
    gives: OwnWarnings,
    does: listWarnings,
  }),
  get({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/ownership/releases',
    query: ListReleases,
    gives: ReleasePage,
    does: listReleases,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/ownership/releases/preview',
    body: PreviewReleases,
    gives: ReleasesPreview,
    does: previewReleases,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.decide',
    path: '/ownership/releases/decide',
    body: DecideReleases,
    gives: DecidedReleases,
    does: decideReleases,
  }),
  get({
    ...ofClinic,
    permission: 'ownership.read',
    path: '/ownership/pool',
    query: ListPool,
    gives: PoolPage,
    does: listPool,
  }),
  post({
    ...ofClinic,
    permission: 'ownership.claim',
    path: '/ownership/claims',
    body: ClaimCustomer,
    gives: ClaimedCustomer,
    does: claimCustomer,
  }),
  get({
    ...ofHouse,
    permission: 'ownership.read',
    path: '/ownership/rules',
    gives: ReleaseRulesView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'ownership.manage',
    path: '/ownership/rules',
    body: PublishReleaseRules,
    ifMatch: true,
    gives: ReleaseRulesView,
    does: publishRules,
  }),
];
