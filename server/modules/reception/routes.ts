import { byId } from '#domain/base/ids.ts';
import {
  AddWaitingScreen,
  Board,
  ChangeDoctor,
  FollowBoard,
  MoveStage,
  NewWaitingScreen,
  ReadWaitingScreen,
  ReceiveCustomer,
  Received,
  Reception,
  SayWord,
  ShowBoard,
  Triage,
  UndoArrival,
  WaitingScreenLines,
  WaitingScreenList,
  WriteWishes,
} from '#domain/reception/contract.ts';
import { EmptyBody, get, Nothing, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { changeDoctor, readNotice, writeWishes } from './change-doctor.ts';
import { followBoard } from './follow-board.ts';
import { moveStage, undoMove } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';
import { hangScreen, listScreens, revokeScreen } from './hang-screen.ts';
import { readScreen } from './read-screen.ts';
import { sayWord } from './say-word.ts';
import { showBoard } from './show-board.ts';
import { undoArrival } from './undo-arrival.ts';
import { suggestDoctor } from './suggest-doctor.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;
const written = { ...shown, permission: 'visits.write' } as const;
const managed = { scope: 'clinic', shows: ['public'], permission: 'appointments.manage' } as const;
const changed = { ...written, params: byId, ifMatch: true, gives: Reception } as const;

export const receptionRoutes: Route[] = [
  get({ ...shown, path: '/reception/board', query: ShowBoard, gives: Board, does: showBoard }),
  get({
    ...shown,
    path: '/reception/board/news',
    query: FollowBoard,
    gives: 'events',
    does: followBoard,
  }),
  post({
    ...written,
    path: '/reception/arrivals',
    body: ReceiveCustomer,
    gives: Received,
    does: receiveCustomer,
  }),
  post({
    ...changed,
    path: '/visits/:id/stage',
    body: MoveStage,
    does: (ctx, { id, ...input }) => moveStage(ctx, { ...input, visitId: id }),
  }),
  post({
    ...changed,
    path: '/visits/:id/stage/undo',
    body: EmptyBody,
    does: (ctx, { id, ...input }) => undoMove(ctx, { ...input, visitId: id }),
  }),
  post({
    ...written,
    path: '/visits/:id/arrival/undo',
    params: byId,
    ifMatch: true,
    body: UndoArrival,
    gives: Nothing,
    does: (ctx, { id, ...input }) => undoArrival(ctx, { ...input, visitId: id }),
  }),
  post({
    ...written,
    path: '/visits/:id/words',
    params: byId,
    body: SayWord,
    gives: Reception,
    does: (ctx, { id, ...input }) => sayWord(ctx, { ...input, visitId: id }),
  }),
  get({
    ...shown,
    permission: 'visits.read',
    path: '/visits/:id/triage',
    params: byId,
    gives: Triage,
    does: (ctx, { id }) => suggestDoctor(ctx, { visitId: id }),
  }),
  post({
    ...changed,
    path: '/visits/:id/doctor',
    body: ChangeDoctor,
    does: (ctx, { id, ...input }) => changeDoctor(ctx, { ...input, visitId: id }),
  }),
  post({
    ...changed,
    path: '/visits/:id/wishes',
    body: WriteWishes,
    does: (ctx, { id, ...input }) => writeWishes(ctx, { ...input, visitId: id }),
  }),
  post({
    ...changed,
    path: '/visits/:id/notice/read',
    body: EmptyBody,
    does: (ctx, { id, ...input }) => readNotice(ctx, { ...input, visitId: id }),
  }),
  get({
    ...managed,
    path: '/clinics/:id/waiting-screens',
    params: byId,
    gives: WaitingScreenList,
    does: listScreens,
  }),
  post({
    ...managed,
    path: '/clinics/:id/waiting-screens',
    params: byId,
    body: AddWaitingScreen,
    gives: NewWaitingScreen,
    once: true,
    does: hangScreen,
  }),
  post({
    ...managed,
    path: '/waiting-screens/:id/revoke',
    params: byId,
    body: EmptyBody,
    gives: Nothing,
    does: revokeScreen,
  }),
  // Asked by POST every few seconds, so that no address has the secret.
  post({
    permission: 'public',
    scope: 'own',
    shows: ['public', 'personal'],
    path: '/waiting-screens/read',
    body: ReadWaitingScreen,
    gives: WaitingScreenLines,
    does: readScreen,
  }),
];
