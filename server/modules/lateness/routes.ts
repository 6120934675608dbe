import { byId } from '#domain/base/ids.ts';
import {
  CancelledEntry,
  DecideLate,
  LateEntry,
  Lateness,
  RecordLateCall,
  ReviewCancellation,
  ShowLateness,
} from '#domain/lateness/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { decideLate, recordLateCall, reviewCancellation } from './record-late-call.ts';
import { showLateness } from './show-lateness.ts';

const shown = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'appointments.read',
} as const;
const written = { ...shown, permission: 'appointments.write', params: byId, gives: LateEntry } as const;

export const latenessRoutes: Route[] = [
  get({ ...shown, path: '/lateness', query: ShowLateness, gives: Lateness, does: showLateness }),
  post({ ...written, path: '/appointments/:id/late-calls', body: RecordLateCall, does: recordLateCall }),
  post({ ...written, path: '/appointments/:id/late-decision', body: DecideLate, does: decideLate }),
  post({
    ...written,
    permission: 'followups.supervise',
    path: '/appointments/:id/review',
    body: ReviewCancellation,
    gives: CancelledEntry,
    does: reviewCancellation,
  }),
];
