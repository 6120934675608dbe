import { byId } from '#domain/base/ids.ts';
import {
  AddLesson,
  AnswerCase,
  AskForEnd,
  AskRemedy,
  AskWeek,
  AssignCase,
  CasePage,
  ConfirmCase,
  CustomerCases,
  DecideEnd,
  DecideRemedy,
  LessonAdded,
  ListCases,
  MarkCase,
  OpenCase,
  PublishRecoveryRules,
  RecoveryCase,
  RecoveryRulesView,
  ReopenCase,
  SendCaseBack,
  TakeWord,
  TryCustomer,
  WeekSheet,
  WithdrawRemedy,
} from '#domain/recovery/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { answerCase, confirmCase, sendCaseBack, tryCustomer } from './answer-case.ts';
import { assignCase, markCase } from './assign-case.ts';
import { askForEnd, decideEnd, reopenCase, takeWord } from './close-case.ts';
import { correctSign } from './correct-sign.ts';
import { getCase } from './get-case.ts';
import { getRecoveryRules } from './get-rules.ts';
import { askRemedy, decideRemedy, giveRemedy, withdrawRemedy } from './give-remedy.ts';
import { listCases, listCustomerCases } from './list-cases.ts';
import { openCase } from './open-case.ts';
import { publishRecoveryRules } from './publish-rules.ts';
import { addLesson, showWeek } from './show-week.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const read = { ...ofClinic, permission: 'recovery.read' } as const;
const work = { ...ofClinic, permission: 'recovery.work', params: byId, gives: RecoveryCase } as const;
const onCase = { ...work, ifMatch: true } as const;
const supervise = { ...onCase, permission: 'recovery.supervise' } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const recoveryRoutes: Route[] = [
  get({ ...read, path: '/recovery/cases', query: ListCases, gives: CasePage, does: listCases }),
  get({ ...read, path: '/recovery/cases/:id', params: byId, gives: RecoveryCase, does: getCase }),
  get({
    ...read,
    path: '/customers/:id/cases',
    params: byId,
    gives: CustomerCases,
    does: listCustomerCases,
  }),
  post({ ...work, path: '/customers/:id/cases', body: OpenCase, does: openCase }),
  post({ ...onCase, path: '/recovery/cases/:id/answer', body: AnswerCase, does: answerCase }),
  post({ ...onCase, path: '/recovery/cases/:id/send-back', body: SendCaseBack, does: sendCaseBack }),
  post({ ...onCase, path: '/recovery/cases/:id/confirm', body: ConfirmCase, does: confirmCase }),
  post({ ...onCase, path: '/recovery/cases/:id/tries', body: TryCustomer, does: tryCustomer }),
  post({ ...onCase, path: '/recovery/cases/:id/word', body: TakeWord, does: takeWord }),
  post({ ...onCase, path: '/recovery/cases/:id/end', body: AskForEnd, does: askForEnd }),
  post({ ...supervise, path: '/recovery/cases/:id/end/decide', body: DecideEnd, does: decideEnd }),
  post({ ...onCase, path: '/recovery/cases/:id/reopen', body: ReopenCase, does: reopenCase }),
  post({ ...supervise, path: '/recovery/cases/:id/assign', body: AssignCase, does: assignCase }),
  post({ ...supervise, path: '/recovery/cases/:id/mark', body: MarkCase, does: markCase }),
  post({ ...onCase, path: '/recovery/cases/:id/remedies', body: AskRemedy, does: askRemedy }),
  post({
    ...work,
    permission: 'recovery.manage',
    path: '/recovery/remedies/:id/decide',
    body: DecideRemedy,
    does: decideRemedy,
  }),
  post({ ...work, path: '/recovery/remedies/:id/give', body: EmptyBody, does: giveRemedy }),
  post({ ...work, path: '/recovery/remedies/:id/withdraw', body: WithdrawRemedy, does: withdrawRemedy }),
  post({
    ...work,
    permission: 'recovery.supervise',
    path: '/recovery/signs/:id/correct',
    body: EmptyBody,
    does: correctSign,
  }),
  get({ ...read, path: '/recovery/week', query: AskWeek, gives: WeekSheet, does: showWeek }),
  post({
    ...ofClinic,
    permission: 'recovery.supervise',
    path: '/recovery/lessons',
    body: AddLesson,
    gives: LessonAdded,
    does: addLesson,
  }),
  get({
    ...ofHouse,
    permission: 'recovery.read',
    path: '/recovery/rules',
    gives: RecoveryRulesView,
    does: getRecoveryRules,
  }),
  post({
    ...ofHouse,
    permission: 'recovery.manage',
    path: '/recovery/rules',
    body: PublishRecoveryRules,
    ifMatch: true,
    gives: RecoveryRulesView,
    does: publishRecoveryRules,
  }),
];
