import {
  ConfirmedDay,
  CorrectFigure,
  DeskDay,
  DeskDays,
  ListDeskDays,
  ofDeskDay,
  ShowDeskDay,
} from '#domain/deskdays/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { confirmDeskDay, correctFigure } from './confirm-day.ts';
import { listDeskDays, showDeskDay } from './show-day.ts';

const ofClinic = { scope: 'clinic', shows: ['public'], permission: 'desk.work' } as const;

export const deskDayRoutes: Route[] = [
  get({ ...ofClinic, path: '/desk-day', query: ShowDeskDay, gives: DeskDay, does: showDeskDay }),
  get({ ...ofClinic, path: '/desk-days', query: ListDeskDays, gives: DeskDays, does: listDeskDays }),
  post({
    ...ofClinic,
    path: '/clinics/:id/desk-days/:day/confirm',
    params: ofDeskDay,
    body: EmptyBody,
    gives: ConfirmedDay,
    does: confirmDeskDay,
  }),
  post({
    ...ofClinic,
    path: '/clinics/:id/desk-days/:day/corrections',
    params: ofDeskDay,
    body: CorrectFigure,
    gives: DeskDay,
    does: correctFigure,
  }),
];
