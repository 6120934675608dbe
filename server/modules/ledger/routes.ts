import { byId } from '#domain/base/ids.ts';
import {
  BookedEntries,
  BookEntry,
  CustomerLedger,
  LedgerLine,
  ListLedger,
  ListMismatches,
  Mismatch,
  MismatchPage,
  ResolveMismatch,
  ReverseEntry,
} from '#domain/ledger/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { bookEntry } from './book-entry.ts';
import { listLedger } from './list-ledger.ts';
import { listMismatches } from './list-mismatches.ts';
import { resolveMismatch } from './resolve-mismatch.ts';
import { reverseEntry } from './reverse-entry.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;

export const ledgerRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'ledger.read',
    path: '/customers/:id/ledger',
    params: byId,
    query: ListLedger,
    gives: CustomerLedger,
    does: listLedger,
  }),
  post({
    ...ofClinic,
    permission: 'ledger.write',
    path: '/customers/:id/ledger',
    params: byId,
    body: BookEntry,
    gives: BookedEntries,
    does: bookEntry,
  }),
  post({
    ...ofClinic,
    permission: 'ledger.write',
    path: '/ledger/:id/reverse',
    params: byId,
    body: ReverseEntry,
    gives: LedgerLine,
    does: reverseEntry,
  }),
  get({
    ...ofClinic,
    permission: 'ledger.review',
    path: '/ledger/mismatches',
    query: ListMismatches,
    gives: MismatchPage,
    does: listMismatches,
  }),
  post({
    ...ofClinic,
    permission: 'ledger.review',
    path: '/ledger/mismatches/:id/resolve',
    params: byId,
    body: ResolveMismatch,
    gives: Mismatch,
    does: resolveMismatch,
  }),
];
