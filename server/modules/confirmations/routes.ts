import { byId } from '#domain/base/ids.ts';
import {
  AnswerAppointment,
  AnsweredAppointment,
  ConfirmationEntry,
  ConfirmationList,
  ListConfirmations,
  NameConfirmer,
  ShareConfirmations,
} from '#domain/confirmations/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { answerByLink } from './answer-ask.ts';
import { listConfirmations } from './list-confirmations.ts';
import { nameConfirmer } from './name-confirmer.ts';
import { shareConfirmations } from './share-confirmations.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;
const written = { ...shown, permission: 'appointments.write' } as const;

export const confirmationRoutes: Route[] = [
  get({
    ...shown,
    path: '/confirmations',
    query: ListConfirmations,
    gives: ConfirmationList,
    does: listConfirmations,
  }),
  post({
    ...written,
    path: '/confirmations/share',
    body: ShareConfirmations,
    gives: ConfirmationList,
    does: shareConfirmations,
  }),
  post({
    ...written,
    path: '/appointments/:id/confirmer',
    params: byId,
    body: NameConfirmer,
    gives: ConfirmationEntry,
    does: nameConfirmer,
  }),
  post({
    scope: 'own',
    permission: 'public',
    shows: ['public'],
    path: '/appointment-links/answer',
    body: AnswerAppointment,
    gives: AnsweredAppointment,
    does: answerByLink,
  }),
];
