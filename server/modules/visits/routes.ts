import { byId } from '#domain/base/ids.ts';
import { CloseVisit, EditVisit, ListVisits, OpenVisit, Visit, VisitList } from '#domain/visits/contract.ts';
import { get, patch, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { closeVisit } from './close-visit.ts';
import { editVisit } from './edit-visit.ts';
import { listVisits } from './list-visits.ts';
import { openVisit } from './open-visit.ts';

const ofClinic = { scope: 'clinic', shows: ['public', 'sensitive_health'] } as const;

export const visitRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'visits.read',
    path: '/visits',
    query: ListVisits,
    gives: VisitList,
    does: listVisits,
  }),
  post({
    ...ofClinic,
    permission: 'visits.write',
    path: '/visits',
    body: OpenVisit,
    gives: Visit,
    does: openVisit,
  }),
  patch({
    ...ofClinic,
    permission: 'visits.write',
    path: '/visits/:id',
    params: byId,
    body: EditVisit,
    ifMatch: true,
    gives: Visit,
    does: editVisit,
  }),
  post({
    ...ofClinic,
    permission: 'visits.write',
    path: '/visits/:id/close',
    params: byId,
    body: CloseVisit,
    ifMatch: true,
    gives: Visit,
    asksFirst: true,
    does: closeVisit,
  }),
];
