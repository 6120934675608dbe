import { byId } from '#domain/base/ids.ts';
import {
  AnswerRedFlag,
  ListRedFlags,
  PublishRedFlagRules,
  RedFlag,
  RedFlagPage,
  RedFlagRulesView,
} from '#domain/redflags/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { answerRedFlag } from './answer-red-flag.ts';
import { getRules } from './get-rules.ts';
import { listRedFlags } from './list-red-flags.ts';
import { publishRules } from './publish-rules.ts';

const health = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const redFlagRoutes: Route[] = [
  get({
    ...health,
    permission: 'followups.read',
    path: '/red-flags',
    query: ListRedFlags,
    gives: RedFlagPage,
    does: listRedFlags,
  }),
  post({
    ...health,
    permission: 'red-flags.answer',
    path: '/red-flags/:id/answer',
    params: byId,
    body: AnswerRedFlag,
    ifMatch: true,
    gives: RedFlag,
    does: answerRedFlag,
  }),
  get({
    ...ofHouse,
    permission: 'followups.read',
    path: '/red-flag-rules',
    gives: RedFlagRulesView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/red-flag-rules',
    body: PublishRedFlagRules,
    ifMatch: true,
    gives: RedFlagRulesView,
    does: publishRules,
  }),
];
