import { byId } from '#domain/base/ids.ts';
import {
  AskOutcomes,
  CloseConsultation,
  Consultation,
  ConsultationPage,
  CustomerConsultations,
  EditConsultation,
  ListConsultations,
  OpenConsultation,
  Outcomes,
  PublishWhyNot,
  ReopenConsultation,
  WhyNotView,
} from '#domain/consultations/contract.ts';
import { get, patch, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { closeConsultation } from './close-consultation.ts';
import { editConsultation } from './edit-consultation.ts';
import { listConsultations, listConsultationsOf } from './list-consultations.ts';
import { listWhyNot } from './list-why-not.ts';
import { openConsultation } from './open-consultation.ts';
import { publishWhyNot } from './publish-why-not.ts';
import { reopenConsultation } from './reopen-consultation.ts';
import { showOutcomes } from './show-outcomes.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public'] } as const;

export const consultationRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'consultations.read',
    path: '/customers/:id/consultations',
    params: byId,
    gives: CustomerConsultations,
    does: listConsultationsOf,
  }),
  post({
    ...ofClinic,
    permission: 'consultations.write',
    path: '/customers/:id/consultations',
    params: byId,
    body: OpenConsultation,
    gives: Consultation,
    does: openConsultation,
  }),
  get({
    ...ofClinic,
    permission: 'consultations.read',
    path: '/consultations',
    query: ListConsultations,
    gives: ConsultationPage,
    does: listConsultations,
  }),
  get({
    ...ofClinic,
    permission: 'consultations.read',
    path: '/consultations/outcomes',
    query: AskOutcomes,
    gives: Outcomes,
    does: showOutcomes,
  }),
  get({
    ...ofHouse,
    permission: 'consultations.read',
    path: '/consultations/why-not',
    gives: WhyNotView,
    does: listWhyNot,
  }),
  post({
    ...ofHouse,
    permission: 'consultations.manage',
    path: '/consultations/why-not',
    body: PublishWhyNot,
    ifMatch: true,
    gives: WhyNotView,
    does: publishWhyNot,
  }),
  patch({
    ...ofClinic,
    permission: 'consultations.write',
    path: '/consultations/:id',
    params: byId,
    body: EditConsultation,
    ifMatch: true,
    gives: Consultation,
    does: editConsultation,
  }),
  post({
    ...ofClinic,
    permission: 'consultations.write',
    path: '/consultations/:id/close',
    params: byId,
    body: CloseConsultation,
    ifMatch: true,
    gives: Consultation,
    does: closeConsultation,
  }),
  post({
    ...ofClinic,
    permission: 'consultations.write',
    path: '/consultations/:id/reopen',
    params: byId,
    body: ReopenConsultation,
    ifMatch: true,
    gives: Consultation,
    does: reopenConsultation,
  }),
];
