import { byId } from '#domain/base/ids.ts';
import {
  BrokenNumbers,
  ListBrokenNumbers,
  OfCustomer,
  RepairedNumber,
  RepairNumber,
  TakenRepair,
  UndoneRepair,
} from '#domain/numbers/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { listBrokenNumbers } from './list-broken-numbers.ts';
import { repairNumber, undoRepair } from './repair-number.ts';
import { leaveRepair, takeRepair } from './take-repair.ts';

const ofClinic = { scope: 'clinic', shows: ['personal'], permission: 'customers.write' } as const;

export const numberRoutes: Route[] = [
  get({
    ...ofClinic,
    path: '/numbers',
    query: ListBrokenNumbers,
    gives: BrokenNumbers,
    does: listBrokenNumbers,
  }),
  post({ ...ofClinic, path: '/numbers/take', body: OfCustomer, gives: TakenRepair, does: takeRepair }),
  post({ ...ofClinic, path: '/numbers/leave', body: OfCustomer, gives: TakenRepair, does: leaveRepair }),
  post({
    ...ofClinic,
    path: '/numbers/repair',
    body: RepairNumber,
    gives: RepairedNumber,
    does: repairNumber,
  }),
  post({
    ...ofClinic,
    path: '/numbers/:id/undo',
    params: byId,
    body: EmptyBody,
    gives: UndoneRepair,
    does: undoRepair,
  }),
];
