import { byId } from '#domain/base/ids.ts';
import { FollowupHistory } from '#domain/followups/change.ts';
import {
  AskCallSheet,
  AssignFollowup,
  CallSheet,
  CreateReminder,
  EndFollowup,
  Followup,
  HeldBack,
  ListHeldBack,
  ListToday,
  ListUnfinished,
  ProtocolList,
  RecordCall,
  RecordedCall,
  Unfinished,
  Worklist,
} from '#domain/followups/contract.ts';
import {
  HandedOver,
  HandOver,
  HandOverPreview,
  PreviewHandOver,
  TakenBack,
} from '#domain/followups/hand-over-contract.ts';
import {
  byCode,
  CalendarView,
  Departure,
  LastReplay,
  MovePreview,
  NoteDeparture,
  PreviewMove,
  ProtocolView,
  PublishDraft,
  Replay,
  SaveCalendar,
  SaveDraft,
  TriedDraft,
  TryDraft,
} from '#domain/followups/protocol-contract.ts';
import { PublishRetryPolicy, RetryPolicyView } from '#domain/followups/retry-policy.ts';
import { del, EmptyBody, get, Nothing, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { createReminder } from './create-reminder.ts';
import { assignFollowup, endFollowup } from './end-followup.ts';
import { getFollowupHistory } from './get-followup-history.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { getRetryPolicy } from './get-retry-policy.ts';
import { handOverFollowups, previewHandOver, takeBackHandOver } from './hand-over-followups.ts';
import { listHeldBack } from './list-held-back.ts';
import { listToday } from './list-today.ts';
import { listUnfinished } from './list-unfinished.ts';
import { getCalendar, saveCalendar } from './edit-calendar.ts';
import { discardDraft, getProtocol, saveDraft } from './edit-draft.ts';
import { listProtocols } from './list-protocols.ts';
import { noteDeparture, withdrawDeparture } from './note-departure.ts';
import { previewMove, publishDraft } from './publish-draft.ts';
import { publishRetryPolicy } from './publish-retry-policy.ts';
import { getReplay, replayDraft } from './replay-draft.ts';
import { tryDraft } from './try-draft.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;
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
    path: '/followups/held-back',
    query: ListHeldBack,
    gives: HeldBack,
    does: listHeldBack,
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
    asksFirst: true,
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
  get({
    ...health,
    permission: 'followups.read',
    path: '/followups/:id/history',
    params: byId,
    gives: FollowupHistory,
    does: getFollowupHistory,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/hand-over/preview',
    body: PreviewHandOver,
    gives: HandOverPreview,
    does: previewHandOver,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/hand-over',
    body: HandOver,
    gives: HandedOver,
    does: handOverFollowups,
  }),
  post({
    ...health,
    permission: 'followups.work',
    path: '/followups/hand-over/:id/undo',
    params: byId,
    body: EmptyBody,
    gives: TakenBack,
    does: takeBackHandOver,
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
    ...ofHouse,
    permission: 'protocols.read',
    path: '/retry-policy',
    gives: RetryPolicyView,
    does: getRetryPolicy,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/retry-policy',
    body: PublishRetryPolicy,
    ifMatch: true,
    gives: RetryPolicyView,
    does: publishRetryPolicy,
  }),
  get({
    ...ofHouse,
    permission: 'protocols.read',
    path: '/protocols',
    gives: ProtocolList,
    does: listProtocols,
  }),
  get({
    ...ofHouse,
    permission: 'protocols.read',
    path: '/protocols/:code',
    params: byCode,
    gives: ProtocolView,
    does: getProtocol,
  }),
  put({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/protocols/:code/draft',
    params: byCode,
    body: SaveDraft,
    ifMatch: true,
    gives: ProtocolView,
    does: saveDraft,
  }),
  del({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/protocols/:code/draft',
    params: byCode,
    body: EmptyBody,
    ifMatch: true,
    gives: Nothing,
    does: discardDraft,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/protocols/:code/replays',
    params: byCode,
    body: EmptyBody,
    gives: Replay,
    does: replayDraft,
  }),
  get({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/protocols/:code/replay',
    params: byCode,
    gives: LastReplay,
    does: getReplay,
  }),
  post({
    ...health,
    permission: 'protocols.manage',
    path: '/protocols/:code/try',
    params: byCode,
    body: TryDraft,
    gives: TriedDraft,
    does: tryDraft,
  }),
  post({
    ...health,
    scope: 'organization',
    permission: 'protocols.manage',
    path: '/protocols/:code/preview-move',
    params: byCode,
    body: PreviewMove,
    gives: MovePreview,
    does: previewMove,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/protocols/:code/publish',
    params: byCode,
    body: PublishDraft,
    ifMatch: true,
    gives: ProtocolView,
    does: publishDraft,
  }),
  get({
    ...ofHouse,
    scope: 'clinic',
    permission: 'protocols.read',
    path: '/clinics/:id/calendar',
    params: byId,
    gives: CalendarView,
    does: getCalendar,
  }),
  put({
    ...ofHouse,
    scope: 'clinic',
    permission: 'protocols.manage',
    path: '/clinics/:id/calendar',
    params: byId,
    body: SaveCalendar,
    ifMatch: true,
    gives: CalendarView,
    does: saveCalendar,
  }),
  post({
    ...health,
    permission: 'customers.write',
    path: '/customers/:id/departure',
    params: byId,
    body: NoteDeparture,
    gives: Departure,
    does: noteDeparture,
  }),
  del({
    ...health,
    permission: 'customers.write',
    path: '/customers/:id/departure',
    params: byId,
    body: EmptyBody,
    gives: Departure,
    does: withdrawDeparture,
  }),
];
