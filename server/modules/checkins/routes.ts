import { byId } from '#domain/base/ids.ts';
import {
  CheckedIn,
  CheckIn,
  CheckInByLink,
  CheckInPoster,
  Door,
  DoorCalls,
  ListDoorCalls,
  OpenDoor,
} from '#domain/checkins/contract.ts';
import { EmptyBody, get, Nothing, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { checkIn, checkInByLink, openDoor } from './check-in.ts';
import { listDoorCalls, noteDoorCallSeen } from './list-door-calls.ts';
import { getPoster, renewPoster } from './renew-poster.ts';

const managed = { scope: 'clinic', shows: ['public'], permission: 'appointments.manage' } as const;
const shown = { scope: 'clinic', shows: ['personal'] } as const;
const anybody = { scope: 'own', shows: ['public'], permission: 'public' } as const;

export const checkInRoutes: Route[] = [
  get({
    ...managed,
    path: '/clinics/:id/check-in-poster',
    params: byId,
    gives: CheckInPoster,
    does: getPoster,
  }),
  post({
    ...managed,
    path: '/clinics/:id/check-in-poster/renew',
    params: byId,
    body: EmptyBody,
    gives: CheckInPoster,
    does: renewPoster,
  }),
  get({
    ...shown,
    permission: 'appointments.read',
    path: '/door-calls',
    query: ListDoorCalls,
    gives: DoorCalls,
    does: listDoorCalls,
  }),
  post({
    ...shown,
    permission: 'visits.write',
    path: '/door-calls/:id/seen',
    params: byId,
    body: EmptyBody,
    gives: Nothing,
    does: noteDoorCallSeen,
  }),
  post({ ...anybody, path: '/check-ins/open', body: OpenDoor, gives: Door, does: openDoor }),
  post({ ...anybody, path: '/check-ins', body: CheckIn, gives: CheckedIn, does: checkIn }),
  post({
    ...anybody,
    path: '/check-ins/by-link',
    body: CheckInByLink,
    gives: CheckedIn,
    does: checkInByLink,
  }),
];
