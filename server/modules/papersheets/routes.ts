import { byId } from '#domain/base/ids.ts';
import {
  EnteredPaperLine,
  EnterPaperLine,
  FindPaperLine,
  ListPaperSheets,
  MakePaperSheets,
  PaperLine,
  PaperSheets,
  PrintedSheets,
  PrintPaperSheets,
} from '#domain/papersheets/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { enterLine } from './enter-line.ts';
import { findLine } from './find-line.ts';
import { listSheets } from './list-sheets.ts';
import { makeSheets } from './make-sheets.ts';
import { printSheets } from './print-sheets.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;

export const paperSheetRoutes: Route[] = [
  get({ ...shown, path: '/paper-sheets', query: ListPaperSheets, gives: PaperSheets, does: listSheets }),
  post({
    ...shown,
    permission: 'desk.work',
    path: '/paper-sheets',
    body: MakePaperSheets,
    gives: PaperSheets,
    does: makeSheets,
  }),
  post({
    ...shown,
    permission: 'followups.work',
    path: '/paper-sheets/print',
    body: PrintPaperSheets,
    gives: PrintedSheets,
    // Where the clinic lets whole numbers stand on paper, they are kept nowhere else.
    once: true,
    does: printSheets,
  }),
  get({ ...shown, path: '/paper-lines', query: FindPaperLine, gives: PaperLine, does: findLine }),
  post({
    ...shown,
    permission: 'appointments.write',
    path: '/paper-lines/:id/enter',
    params: byId,
    body: EnterPaperLine,
    gives: EnteredPaperLine,
    does: enterLine,
  }),
];
