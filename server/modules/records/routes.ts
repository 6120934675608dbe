import { byId, idShape } from '#domain/base/ids.ts';
import {
  AddPhone,
  AddRelation,
  AskPhone,
  CustomerRecord,
  EditPhoto,
  EditProblem,
  EndWarning,
  HealthWarning,
  KeptDiscreet,
  LatentProblem,
  NewlyMade,
  NoteProblem,
  NoteWarning,
  PhoneSharers,
  Photo,
  PhotoSize,
  PhotoUpload,
  SetDiscreet,
} from '#domain/records/contract.ts';
import { IncompletePage, IncompletePeople, ListIncomplete } from '#domain/records/incomplete-contract.ts';
import { del, EmptyBody, get, Nothing, patch, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { addPhone } from './add-phone.ts';
import { addProblem } from './add-problem.ts';
import { addRelation } from './add-relation.ts';
import { editPhoto } from './edit-photo.ts';
import { editProblem } from './edit-problem.ts';
import { findPhoneSharers } from './find-phone-sharers.ts';
import { getRecord } from './get-record.ts';
import { countIncomplete, listIncomplete } from './list-incomplete.ts';
import { endWarning, noteWarning } from './note-warning.ts';
import { removePhone } from './remove-phone.ts';
import { removePhoto } from './remove-photo.ts';
import { removeRelation } from './remove-relation.ts';
import { setDiscreet } from './set-discreet.ts';
import { showPhoto } from './show-photo.ts';
import { uploadPhoto } from './upload-photo.ts';

const people = { scope: 'clinic', shows: ['personal', 'sensitive_minor'] } as const;
const health = { scope: 'clinic', shows: ['personal', 'sensitive_health', 'sensitive_minor'] } as const;
const write = { permission: 'customers.write' } as const;
const read = { permission: 'visits.read' } as const;

const ofPhone = {
  path: '/customers/:id/phones/:phoneId',
  params: byId.extend({ phoneId: idShape }),
} as const;
const ofRelation = {
  path: '/customers/:id/relations/:relationId',
  params: byId.extend({ relationId: idShape }),
} as const;
const ofProblem = {
  path: '/customers/:id/problems/:problemId',
  params: byId.extend({ problemId: idShape }),
} as const;
const ofPhoto = {
  path: '/customers/:id/photos/:photoId',
  params: byId.extend({ photoId: idShape }),
} as const;
const picture = `${ofPhoto.path}/picture` as const;
const photos = { path: '/customers/:id/photos', params: byId } as const;

export const recordRoutes: Route[] = [
  get({
    ...{ ...health, ...read },
    path: '/customers/:id/record',
    params: byId,
    gives: CustomerRecord,
    does: getRecord,
  }),
  post({
    ...{ ...people, ...write },
    path: '/customers/phone-sharers',
    body: AskPhone,
    gives: PhoneSharers,
    // A question with a secret in it: its answer is not kept either.
    once: true,
    does: findPhoneSharers,
  }),
  post({
    ...{ ...people, ...write },
    path: '/customers/:id/phones',
    params: byId,
    body: AddPhone,
    gives: NewlyMade,
    does: addPhone,
  }),
  del({ ...people, ...write, ...ofPhone, body: EmptyBody, gives: Nothing, does: removePhone }),
  post({
    ...{ ...people, ...write },
    path: '/customers/:id/relations',
    params: byId,
    body: AddRelation,
    gives: NewlyMade,
    does: addRelation,
  }),
  del({ ...people, ...write, ...ofRelation, body: EmptyBody, gives: Nothing, does: removeRelation }),
  post({
    ...{ ...health, ...write },
    path: '/customers/:id/problems',
    params: byId,
    body: NoteProblem,
    gives: LatentProblem,
    does: addProblem,
  }),
  patch({
    ...{ ...health, ...write, ...ofProblem },
    body: EditProblem,
    ifMatch: true,
    gives: LatentProblem,
    does: editProblem,
  }),
  post({
    ...{ ...health, ...write },
    path: '/customers/:id/health-warnings',
    params: byId,
    body: NoteWarning,
    gives: HealthWarning,
    does: noteWarning,
  }),
  post({
    ...{ ...health, ...write },
    path: '/customers/:id/health-warnings/:warningId/end',
    params: byId.extend({ warningId: idShape }),
    body: EndWarning,
    gives: HealthWarning,
    does: endWarning,
  }),
  post({
    ...{ ...health, ...write, ...photos },
    body: PhotoUpload,
    multipart: true,
    gives: Photo,
    does: (ctx, { id }) => uploadPhoto(ctx, { customerId: id }),
  }),
  get({
    ...{ ...health, ...read },
    path: picture,
    params: ofPhoto.params,
    query: PhotoSize,
    gives: 'download',
    does: showPhoto,
  }),
  patch({
    ...{ ...health, ...write, ...ofPhoto },
    body: EditPhoto,
    ifMatch: true,
    gives: Photo,
    does: editPhoto,
  }),
  del({ ...health, ...write, ...ofPhoto, body: EmptyBody, gives: Nothing, does: removePhoto }),
  put({
    ...{ ...health, ...write },
    path: '/customers/:id/discreet',
    params: byId,
    body: SetDiscreet,
    ifMatch: true,
    gives: KeptDiscreet,
    does: setDiscreet,
  }),
  get({
    ...people,
    ...read,
    path: '/records/incomplete',
    query: ListIncomplete,
    gives: IncompletePage,
    does: listIncomplete,
  }),
  get({
    permission: 'followups.supervise',
    scope: 'clinic',
    shows: ['public'],
    path: '/records/incomplete/people',
    gives: IncompletePeople,
    does: countIncomplete,
  }),
];
