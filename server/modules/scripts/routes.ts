import {
  AskCustomerInScript,
  byCode,
  CustomerInScript,
  ForbiddenWords,
  PublishScript,
  ScriptList,
  ScriptView,
  SetForbiddenWords,
  WriteDraft,
} from '#domain/scripts/contract.ts';
import { EmptyBody, get, Nothing, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { approveScript } from './approve-script.ts';
import { describeCustomer } from './describe-customer.ts';
import { discardDraft } from './discard-draft.ts';
import { getScript } from './get-script.ts';
import { listScripts } from './list-scripts.ts';
import { publishScript } from './publish-script.ts';
import { listForbiddenWords, setForbiddenWords } from '../wording/set-forbidden-words.ts';
import { writeDraft } from './write-draft.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;

export const scriptRoutes: Route[] = [
  get({ ...ofHouse, permission: 'scripts.read', path: '/scripts', gives: ScriptList, does: listScripts }),
  get({
    ...ofHouse,
    permission: 'scripts.read',
    path: '/scripts/:code',
    params: byCode,
    gives: ScriptView,
    does: getScript,
  }),
  put({
    ...ofHouse,
    permission: 'scripts.write',
    path: '/scripts/:code/draft',
    params: byCode,
    body: WriteDraft,
    ifMatch: true,
    gives: ScriptView,
    does: writeDraft,
  }),
  post({
    ...ofHouse,
    permission: 'scripts.write',
    path: '/scripts/:code/discard',
    params: byCode,
    body: EmptyBody,
    ifMatch: true,
    gives: Nothing,
    does: discardDraft,
  }),
  post({
    ...ofHouse,
    permission: 'scripts.approve',
    path: '/scripts/:code/approve',
    params: byCode,
    body: EmptyBody,
    ifMatch: true,
    gives: ScriptView,
    does: approveScript,
  }),
  post({
    ...ofHouse,
    permission: 'scripts.write',
    path: '/scripts/:code/publish',
    params: byCode,
    body: PublishScript,
    ifMatch: true,
    gives: ScriptView,
    does: publishScript,
  }),
  get({
    scope: 'clinic',
    shows: ['personal', 'sensitive_health'],
    permission: 'scripts.read',
    path: '/script-customers',
    query: AskCustomerInScript,
    gives: CustomerInScript,
    does: describeCustomer,
  }),
  get({
    ...ofHouse,
    permission: 'scripts.read',
    path: '/forbidden-words',
    gives: ForbiddenWords,
    does: listForbiddenWords,
  }),
  put({
    ...ofHouse,
    permission: 'scripts.write',
    path: '/forbidden-words',
    body: SetForbiddenWords,
    gives: ForbiddenWords,
    does: setForbiddenWords,
  }),
];
