import { z } from 'zod';
import {
  AddChair,
  AddKind,
  Appointment,
  AppointmentKind,
  AppointmentList,
  Book,
  BlockTime,
  BookAppointment,
  CancelAppointment,
  Chair,
  ConfirmAppointment,
  DeskRulesView,
  EditAppointment,
  EditChair,
  EditKind,
  FindFreeTimes,
  FreeBlock,
  FreeTimes,
  ListAppointments,
  MoveAppointment,
  OpenBook,
  SaveDeskRules,
  TimeBlockList,
} from '#domain/appointments/contract.ts';
import { AskNoShows, CustomerNoShows, NoShowFigures } from '#domain/appointments/no-shows.ts';
import { byId, idShape } from '#domain/base/ids.ts';
import { EmptyBody, get, patch, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { blockTime, freeBlock } from './block-time.ts';
import { bookAppointment } from './book-appointment.ts';
import {
  cancelAppointment,
  confirmAppointment,
  missAppointment,
  restoreAppointment,
} from './cancel-appointment.ts';
import {
  addChair,
  addKind,
  editChair,
  editKind,
  getDeskRules,
  listChairs,
  listKinds,
  saveDeskRules,
} from './edit-places.ts';
import { editAppointment, moveAppointment } from './move-appointment.ts';
import {
  findFreeTimes,
  getAppointment,
  listAppointments,
  listAppointmentsOf,
  openBook,
} from './open-book.ts';
import { getNoShows, showNoShows } from './show-no-shows.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;
const written = { ...shown, permission: 'appointments.write' } as const;
const changed = { ...written, params: byId, ifMatch: true, gives: Appointment } as const;
const ofClinic = { scope: 'clinic', shows: ['public'], permission: 'appointments.read' } as const;
const blocked = { ...ofClinic, permission: 'appointments.write' } as const;
const managed = { scope: 'organization', shows: ['public'], permission: 'appointments.manage' } as const;

export const appointmentRoutes: Route[] = [
  get({
    ...shown,
    path: '/appointments',
    query: ListAppointments,
    gives: AppointmentList,
    does: listAppointments,
  }),
  get({ ...shown, path: '/appointments/book', query: OpenBook, gives: Book, does: openBook }),
  get({
    ...ofClinic,
    path: '/appointments/free',
    query: FindFreeTimes,
    gives: FreeTimes,
    does: findFreeTimes,
  }),
  get({ ...shown, path: '/appointments/:id', params: byId, gives: Appointment, does: getAppointment }),
  get({
    ...shown,
    path: '/customers/:id/appointments',
    params: byId,
    gives: AppointmentList,
    does: listAppointmentsOf,
  }),
  get({
    ...shown,
    path: '/customers/:id/no-shows',
    params: byId,
    gives: CustomerNoShows,
    does: getNoShows,
  }),
  get({
    ...shown,
    permission: 'followups.supervise',
    path: '/no-shows',
    query: AskNoShows,
    gives: NoShowFigures,
    does: showNoShows,
  }),
  post({
    ...written,
    path: '/appointments',
    body: BookAppointment,
    gives: Appointment,
    does: bookAppointment,
  }),
  patch({ ...changed, path: '/appointments/:id', body: EditAppointment, does: editAppointment }),
  post({ ...changed, path: '/appointments/:id/move', body: MoveAppointment, does: moveAppointment }),
  post({ ...changed, path: '/appointments/:id/cancel', body: CancelAppointment, does: cancelAppointment }),
  post({ ...changed, path: '/appointments/:id/restore', body: EmptyBody, does: restoreAppointment }),
  post({ ...changed, path: '/appointments/:id/miss', body: EmptyBody, does: missAppointment }),
  post({ ...changed, path: '/appointments/:id/confirm', body: ConfirmAppointment, does: confirmAppointment }),

  post({ ...blocked, path: '/time-blocks', body: BlockTime, gives: TimeBlockList, does: blockTime }),
  post({
    ...blocked,
    path: '/time-blocks/:id/free',
    params: byId,
    body: FreeBlock,
    gives: z.object({ count: z.int() }),
    does: freeBlock,
  }),
  get({
    ...ofClinic,
    path: '/appointment-kinds',
    gives: z.object({ items: z.array(AppointmentKind) }),
    does: listKinds,
  }),
  post({ ...managed, path: '/appointment-kinds', body: AddKind, gives: AppointmentKind, does: addKind }),
  patch({
    ...managed,
    path: '/appointment-kinds/:id',
    params: byId,
    body: EditKind,
    ifMatch: true,
    gives: AppointmentKind,
    does: editKind,
  }),
  get({
    ...ofClinic,
    path: '/chairs',
    query: z.strictObject({ clinicId: idShape.optional() }),
    gives: z.object({ items: z.array(Chair) }),
    does: listChairs,
  }),
  post({ ...managed, scope: 'clinic', path: '/chairs', body: AddChair, gives: Chair, does: addChair }),
  patch({
    ...managed,
    scope: 'clinic',
    path: '/chairs/:id',
    params: byId,
    body: EditChair,
    ifMatch: true,
    gives: Chair,
    does: editChair,
  }),
  get({
    ...ofClinic,
    path: '/clinics/:id/desk-rules',
    params: byId,
    gives: DeskRulesView,
    does: getDeskRules,
  }),
  put({
    ...managed,
    scope: 'clinic',
    path: '/clinics/:id/desk-rules',
    params: byId,
    body: SaveDeskRules,
    ifMatch: true,
    gives: DeskRulesView,
    does: saveDeskRules,
  }),
];
