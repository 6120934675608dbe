import { byId } from '#domain/base/ids.ts';
import {
  Board,
  MoveStage,
  ReceiveCustomer,
  Received,
  Reception,
  ShowBoard,
} from '#domain/reception/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { moveStage, undoMove } from './move-stage.ts';
import { receiveCustomer } from './receive-customer.ts';
import { showBoard } from './show-board.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;
const written = { ...shown, permission: 'visits.write' } as const;
const changed = { ...written, params: byId, ifMatch: true, gives: Reception } as const;

export const receptionRoutes: Route[] = [
  get({ ...shown, path: '/reception/board', query: ShowBoard, gives: Board, does: showBoard }),
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
];
