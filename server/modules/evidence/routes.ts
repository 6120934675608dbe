import {
  AskEvidence,
  EvidencePage,
  EvidenceReport,
  EvidenceRulesView,
  ListEvidence,
  PublishEvidenceRules,
  ReadCallLog,
} from '#domain/evidence/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getRules } from './get-rules.ts';
import { importCallLog } from './import-call-log.ts';
import { publishRules } from './publish-rules.ts';
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
];
