import { byId } from '#domain/base/ids.ts';
import {
  AskCallSheet,
  AssignFollowup,
  CallSheet,
  CreateReminder,
  EndFollowup,
  Followup,
  ListToday,
  ListUnfinished,
  ProtocolList,
  RecordCall,
  RecordedCall,
  Unfinished,
  Worklist,
} from '#domain/followups/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { createReminder } from './create-reminder.ts';
import { assignFollowup, endFollowup } from './end-followup.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { listProtocols } from './list-protocols.ts';
import { listToday } from './list-today.ts';
import { listUnfinished } from './list-unfinished.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

const health = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;

export const followupRoutes: Route[] = [
  get({
    ...health,
    permission: 'followups.read',
    path: '/followups/today',
    query: ListToday,
    gives: Worklist,
    does: listToday,
  }),
  get({
    ...health,
    permission: 'followups.read',
    path: '/followups/call-sheet',
    query: AskCallSheet,
    gives: CallSheet,
    does: getCallSheet,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/calls',
    body: RecordCall,
    gives: RecordedCall,
    does: recordCall,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/calls/:id/undo',
    params: byId,
    body: EmptyBody,
    gives: RecordedCall,
    does: undoCall,
  }),
  get({
    ...health,
    permission: 'followups.supervise',
    path: '/followups/unfinished',
    query: ListUnfinished,
    gives: Unfinished,
    does: listUnfinished,
  }),
  post({
    ...health,
    permission: 'followups.supervise',
    path: '/followups/:id/end',
    params: byId,
    body: EndFollowup,
    gives: Followup,
    does: endFollowup,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/:id/assign',
    params: byId,
    body: AssignFollowup,
    gives: Followup,
    does: assignFollowup,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/reminders',
    body: CreateReminder,
    gives: Followup,
    does: createReminder,
  }),
  get({
    scope: 'organization',
    shows: ['public'],
    permission: 'protocols.read',
    path: '/protocols',
    gives: ProtocolList,
    does: listProtocols,
  }),
];
