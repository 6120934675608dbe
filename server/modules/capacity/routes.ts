import { byId } from '#domain/base/ids.ts';
import {
  AskCapacity,
  AskDay,
  AskDecision,
  Capacity,
  CapacityRulesView,
  DayLoad,
  Decided,
  DecisionPreview,
  Decisions,
  HeldByNobody,
  PublishCapacityRules,
  UndoneDecision,
} from '#domain/capacity/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { decideOverflow, previewDecision } from './decide-overflow.ts';
import { getRules } from './get-rules.ts';
import { listHeldByNobody } from './list-held-by-nobody.ts';
import { publishRules } from './publish-rules.ts';
import { listDayLoad, showCapacity } from './show-capacity.ts';
import { listDecisions, undoDecision } from './undo-decision.ts';

const supervised = {
  scope: 'clinic',
  shows: ['personal', 'sensitive_health'],
  permission: 'followups.supervise',
} as const;
const ofHouse = { scope: 'organization', shows: ['public'] } as const;

export const capacityRoutes: Route[] = [
  get({ ...supervised, path: '/capacity', query: AskCapacity, gives: Capacity, does: showCapacity }),
  get({ ...supervised, path: '/capacity/day', query: AskDay, gives: DayLoad, does: listDayLoad }),
  get({
    ...supervised,
    path: '/capacity/held-by-nobody',
    query: AskCapacity,
    gives: HeldByNobody,
    does: listHeldByNobody,
  }),
  post({
    ...supervised,
    path: '/capacity/decisions/preview',
    body: AskDecision,
    gives: DecisionPreview,
    does: previewDecision,
  }),
  post({
    ...supervised,
    path: '/capacity/decisions',
    body: AskDecision,
    gives: Decided,
    does: decideOverflow,
  }),
  get({ ...supervised, path: '/capacity/decisions', gives: Decisions, does: listDecisions }),
  post({
    ...supervised,
    path: '/capacity/decisions/:id/undo',
    params: byId,
    body: EmptyBody,
    gives: UndoneDecision,
    does: undoDecision,
  }),
  get({
    ...ofHouse,
    permission: 'followups.supervise',
    path: '/capacity/rules',
    gives: CapacityRulesView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/capacity/rules',
    body: PublishCapacityRules,
    ifMatch: true,
    gives: CapacityRulesView,
    does: publishRules,
  }),
];
