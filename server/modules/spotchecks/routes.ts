import { byId } from '#domain/base/ids.ts';
import { ListSpotChecks, ReviewCall, ReviewedCall, SpotChecks } from '#domain/spotchecks/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { listSpotChecks } from './list-spot-checks.ts';
import { reviewCall } from './review-call.ts';

const ofClinic = {
  scope: 'clinic',
  shows: ['personal', 'sensitive_health'],
  permission: 'followups.supervise',
} as const;

export const spotCheckRoutes: Route[] = [
  get({ ...ofClinic, path: '/spot-checks', query: ListSpotChecks, gives: SpotChecks, does: listSpotChecks }),
  post({
    ...ofClinic,
    path: '/spot-checks/:id',
    params: byId,
    body: ReviewCall,
    gives: ReviewedCall,
    does: reviewCall,
  }),
];
