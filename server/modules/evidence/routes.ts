import { z } from 'zod';
import { byId } from '#domain/base/ids.ts';
import {
  AddTelephone,
  AskEvidence,
  CustomerEvidence,
  EditTelephone,
  EvidencePage,
  EvidenceReport,
  EvidenceRulesView,
  HeardCalls,
  ListEvidence,
  NameExtension,
  PublishEvidenceRules,
  ReadCallLog,
  TelephoneSecret,
  Telephones,
  TelephoneSystem,
} from '#domain/evidence/contract.ts';
import { mostBytes } from '#domain/evidence/telephone.ts';
import { EmptyBody, get, patch, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import {
  addTelephone,
  editTelephone,
  listTelephones,
  nameExtension,
  replaceTelephoneSecret,
} from './edit-telephones.ts';
import { getRules } from './get-rules.ts';
import { importCallLog } from './import-call-log.ts';
import { listCustomerEvidence } from './list-customer-evidence.ts';
import { publishRules } from './publish-rules.ts';
import { receiveCalls } from './receive-calls.ts';
import { listEvidence, showEvidence } from './show-evidence.ts';

const health = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const evidenceRoutes: Route[] = [
  get({
    ...health,
    permission: 'followups.supervise',
    path: '/evidence',
    query: AskEvidence,
    gives: EvidenceReport,
    does: showEvidence,
  }),
  get({
    ...health,
    permission: 'followups.supervise',
    path: '/evidence/calls',
    query: ListEvidence,
    gives: EvidencePage,
    does: listEvidence,
  }),
  get({
    ...health,
    permission: 'followups.read',
    path: '/customers/:id/evidence',
    params: byId,
    gives: CustomerEvidence,
    does: listCustomerEvidence,
  }),
  post({
    ...ofHouse,
    permission: 'imports.run',
    path: '/call-logs',
    body: EmptyBody,
    multipart: true,
    gives: ReadCallLog,
    does: importCallLog,
  }),
  get({
    ...ofHouse,
    permission: 'followups.supervise',
    path: '/evidence/rules',
    gives: EvidenceRulesView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'protocols.manage',
    path: '/evidence/rules',
    body: PublishEvidenceRules,
    ifMatch: true,
    gives: EvidenceRulesView,
    does: publishRules,
  }),
  get({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/telephones',
    gives: Telephones,
    does: listTelephones,
  }),
  post({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/telephones',
    body: AddTelephone,
    gives: TelephoneSecret,
    once: true,
    does: (ctx, input) => addTelephone(ctx, input, keysOf(ctx.dataDir)),
  }),
  patch({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/telephones/:id',
    params: byId,
    body: EditTelephone,
    ifMatch: true,
    gives: TelephoneSystem,
    does: editTelephone,
  }),
  post({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/telephones/:id/secret',
    params: byId,
    body: EmptyBody,
    gives: TelephoneSecret,
    once: true,
    does: (ctx, input) => replaceTelephoneSecret(ctx, input, keysOf(ctx.dataDir)),
  }),
  put({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/telephone-extensions',
    body: NameExtension,
    gives: Telephones,
    does: nameExtension,
  }),
  post({
    permission: 'public',
    scope: 'none',
    shows: [],
    path: '/telephone-calls/:token',
    params: z.object({ token: z.string().max(200) }),
    bytesAtMost: mostBytes,
    gives: HeardCalls,
    does: receiveCalls,
  }),
];
