import { byId } from '#domain/base/ids.ts';
import {
  AvailabilityList,
  EnterLeave,
  ListAvailability,
  SaveHours,
  StaffAvailability,
} from '#domain/availability/contract.ts';
import { EmptyBody, get, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { editHours, editOwnHours } from './edit-hours.ts';
import { enterLeave, enterOwnLeave, withdrawLeave, withdrawOwnLeave } from './enter-leave.ts';
import { listAvailability } from './list-availability.ts';

// Why somebody is away may be an illness.
const ofPeople = { scope: 'organization', shows: ['personal', 'sensitive_health'] } as const;
const own = { ...ofPeople, scope: 'own', permission: 'signed-in' } as const;

export const availabilityRoutes: Route[] = [
  get({
    ...ofPeople,
    permission: 'staff.read',
    path: '/availability',
    query: ListAvailability,
    gives: AvailabilityList,
    does: listAvailability,
  }),
  put({
    ...own,
    path: '/session/hours',
    body: SaveHours,
    ifMatch: true,
    gives: StaffAvailability,
    does: editOwnHours,
  }),
  post({ ...own, path: '/session/leaves', body: EnterLeave, gives: StaffAvailability, does: enterOwnLeave }),
  post({
    ...own,
    path: '/session/leaves/:id/withdraw',
    params: byId,
    body: EmptyBody,
    gives: StaffAvailability,
    does: withdrawOwnLeave,
  }),
  put({
    ...ofPeople,
    permission: 'staff.manage',
    path: '/staff/:id/hours',
    params: byId,
    body: SaveHours,
    ifMatch: true,
    gives: StaffAvailability,
    does: editHours,
  }),
  post({
    ...ofPeople,
    permission: 'staff.manage',
    path: '/staff/:id/leaves',
    params: byId,
    body: EnterLeave,
    gives: StaffAvailability,
    does: enterLeave,
  }),
  post({
    ...ofPeople,
    permission: 'staff.manage',
    path: '/leaves/:id/withdraw',
    params: byId,
    body: EmptyBody,
    gives: StaffAvailability,
    does: withdrawLeave,
  }),
];
