import { byId } from '#domain/base/ids.ts';
import {
  AccuracyReport,
  AskAccuracy,
  ClassTableView,
  CodedContact,
  CustomerClasses,
  DeskContact,
  DeskContactPage,
  JudgedPage,
  ListDeskContacts,
  ListJudged,
  ListReviews,
  PublishClasses,
  RecordContact,
  ReviewList,
  SetClass,
} from '#domain/classes/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { confirmClass } from './confirm-class.ts';
import { getClasses } from './get-classes.ts';
import { getCustomerClasses } from './get-customer-classes.ts';
import { listDeskContacts } from './list-desk-contacts.ts';
import { listReviews } from './list-reviews.ts';
import { publishClasses } from './publish-classes.ts';
import { recordContact } from './record-contact.ts';
import { reviewContact } from './review-contact.ts';
import { setClass } from './set-class.ts';
import { listJudged, showAccuracy } from './show-accuracy.ts';
import { withdrawContact } from './withdraw-contact.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const classRoutes: Route[] = [
  get({
    ...ofHouse,
    permission: 'classes.set',
    path: '/classes',
    gives: ClassTableView,
    does: getClasses,
  }),
  post({
    ...ofHouse,
    permission: 'classes.manage',
    path: '/classes',
    body: PublishClasses,
    ifMatch: true,
    gives: ClassTableView,
    does: publishClasses,
  }),
  get({
    ...ofClinic,
    permission: 'classes.set',
    path: '/customers/:id/classes',
    params: byId,
    gives: CustomerClasses,
    does: getCustomerClasses,
  }),
  get({
    ...ofClinic,
    permission: 'classes.set',
    path: '/desk-contacts',
    query: ListDeskContacts,
    gives: DeskContactPage,
    does: listDeskContacts,
  }),
  post({
    ...ofClinic,
    permission: 'classes.set',
    path: '/desk-contacts',
    body: RecordContact,
    gives: DeskContact,
    does: recordContact,
  }),
  post({
    ...ofClinic,
    permission: 'classes.set',
    path: '/desk-contacts/:id/class',
    params: byId,
    body: SetClass,
    gives: DeskContact,
    does: setClass,
  }),
  post({
    ...ofClinic,
    permission: 'classes.confirm',
    path: '/desk-contacts/:id/confirm',
    params: byId,
    body: SetClass,
    gives: DeskContact,
    does: confirmClass,
  }),
  post({
    ...ofClinic,
    permission: 'classes.set',
    path: '/desk-contacts/:id/withdraw',
    params: byId,
    body: EmptyBody,
    gives: DeskContact,
    does: withdrawContact,
  }),
  get({
    ...ofClinic,
    permission: 'classes.review',
    path: '/class-reviews',
    query: ListReviews,
    gives: ReviewList,
    does: listReviews,
  }),
  post({
    ...ofClinic,
    permission: 'classes.review',
    path: '/class-reviews/:id',
    params: byId,
    body: SetClass,
    gives: CodedContact,
    does: reviewContact,
  }),
  get({
    ...ofClinic,
    permission: 'classes.review',
    path: '/class-accuracy',
    query: AskAccuracy,
    gives: AccuracyReport,
    does: showAccuracy,
  }),
  get({
    ...ofClinic,
    permission: 'classes.review',
    path: '/class-accuracy/contacts',
    query: ListJudged,
    gives: JudgedPage,
    does: listJudged,
  }),
];
