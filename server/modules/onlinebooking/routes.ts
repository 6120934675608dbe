import { byId } from '#domain/base/ids.ts';
import {
  AskOnlineTimes,
  BookedOnline,
  ConfirmOnline,
  HeldOnline,
  HoldOnline,
  LeaveOnline,
  OnlineBooking,
  OnlinePage,
  OnlineTimes,
  OpenOnline,
  SaveOnlineBooking,
} from '#domain/onlinebooking/contract.ts';
import { get, Nothing, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { bookOnline } from './book-online.ts';
import { holdTime, leaveTime } from './hold-time.ts';
import { getOnlineBooking, saveOnlineBooking } from './save-online-booking.ts';
import { openOnline, showOnlineTimes } from './show-times.ts';

const managed = { scope: 'clinic', shows: ['public'], permission: 'appointments.manage' } as const;
const anybody = { scope: 'own', shows: ['public'], permission: 'public' } as const;

export const onlineBookingRoutes: Route[] = [
  get({
    ...managed,
    path: '/clinics/:id/online-booking',
    params: byId,
    gives: OnlineBooking,
    does: getOnlineBooking,
  }),
  put({
    ...managed,
    path: '/clinics/:id/online-booking',
    params: byId,
    body: SaveOnlineBooking,
    ifMatch: true,
    gives: OnlineBooking,
    does: saveOnlineBooking,
  }),
  post({ ...anybody, path: '/online-booking/open', body: OpenOnline, gives: OnlinePage, does: openOnline }),
  post({
    ...anybody,
    path: '/online-booking/times',
    body: AskOnlineTimes,
    gives: OnlineTimes,
    does: showOnlineTimes,
  }),
  post({ ...anybody, path: '/online-booking/hold', body: HoldOnline, gives: HeldOnline, does: holdTime }),
  post({ ...anybody, path: '/online-booking/leave', body: LeaveOnline, gives: Nothing, does: leaveTime }),
  post({
    ...anybody,
    path: '/online-booking/confirm',
    body: ConfirmOnline,
    gives: BookedOnline,
    does: bookOnline,
  }),
];
