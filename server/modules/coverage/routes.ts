import { byId } from '#domain/base/ids.ts';
import {
  AskCertificate,
  AskCoverage,
  Certificate,
  CheckNow,
  Coverage,
  ListLost,
  LostPage,
  NamedReason,
  NameReason,
} from '#domain/coverage/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { checkCoverageNow } from './check-coverage.ts';
import { getCertificate, getCoverage } from './get-coverage.ts';
import { listLost } from './list-lost.ts';
import { nameReason } from './name-reason.ts';

const ofClinic = {
  scope: 'clinic',
  shows: ['personal', 'sensitive_health'],
  permission: 'followups.supervise',
} as const;

export const coverageRoutes: Route[] = [
  get({ ...ofClinic, path: '/coverage', query: AskCoverage, gives: Coverage, does: getCoverage }),
  get({ ...ofClinic, path: '/coverage/lost', query: ListLost, gives: LostPage, does: listLost }),
  get({
    ...ofClinic,
    path: '/coverage/certificate',
    query: AskCertificate,
    gives: Certificate,
    does: getCertificate,
  }),
  post({ ...ofClinic, path: '/coverage/check', body: CheckNow, gives: Coverage, does: checkCoverageNow }),
  post({
    ...ofClinic,
    path: '/coverage/lost/:id/reason',
    params: byId,
    body: NameReason,
    gives: NamedReason,
    does: nameReason,
  }),
];
