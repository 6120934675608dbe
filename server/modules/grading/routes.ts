import { byId } from '#domain/base/ids.ts';
import {
  AskEffort,
  CustomerGrade,
  EffortContactPage,
  EffortReport,
  ListEffortContacts,
  ListProposals,
  Preview,
  PreviewRules,
  ProposalPage,
  ProposeOverride,
  PublishRules,
  RevokeOverride,
  RuleSetView,
} from '#domain/grading/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { approveOverride, revokeOverride } from './approve-override.ts';
import { getCustomerGrade } from './get-customer-grade.ts';
import { getRules } from './get-rules.ts';
import { listProposals } from './list-proposals.ts';
import { previewRules } from './preview-rules.ts';
import { proposeOverride } from './propose-override.ts';
import { publishRules } from './publish-rules.ts';
import { listEffortContacts, showEffort } from './show-effort.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;
const ofHouse = { scope: 'organization', shows: ['public', 'personal'] } as const;

export const gradingRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'grading.read',
    path: '/customers/:id/grade',
    params: byId,
    gives: CustomerGrade,
    does: getCustomerGrade,
  }),
  post({
    ...ofClinic,
    permission: 'customers.write',
    path: '/customers/:id/grade-overrides',
    params: byId,
    body: ProposeOverride,
    gives: CustomerGrade,
    does: proposeOverride,
  }),
  get({
    ...ofClinic,
    permission: 'grading.override',
    path: '/grading/overrides',
    query: ListProposals,
    gives: ProposalPage,
    does: listProposals,
  }),
  post({
    ...ofClinic,
    permission: 'grading.override',
    path: '/grading/overrides/:id/approve',
    params: byId,
    body: EmptyBody,
    gives: CustomerGrade,
    does: approveOverride,
  }),
  post({
    ...ofClinic,
    permission: 'grading.override',
    path: '/grading/overrides/:id/revoke',
    params: byId,
    body: RevokeOverride,
    gives: CustomerGrade,
    does: revokeOverride,
  }),
  get({
    ...ofHouse,
    permission: 'grading.read',
    path: '/grading/rules',
    gives: RuleSetView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'grading.manage',
    path: '/grading/rules',
    body: PublishRules,
    ifMatch: true,
    gives: RuleSetView,
    does: publishRules,
  }),
  post({
    ...ofClinic,
    permission: 'grading.manage',
    path: '/grading/preview',
    body: PreviewRules,
    gives: Preview,
    does: previewRules,
  }),
  get({
    ...ofClinic,
    permission: 'followups.supervise',
    path: '/grading/effort',
    query: AskEffort,
    gives: EffortReport,
    does: showEffort,
  }),
  get({
    ...ofClinic,
    permission: 'followups.supervise',
    path: '/grading/effort/contacts',
    query: ListEffortContacts,
    gives: EffortContactPage,
    does: listEffortContacts,
  }),
];
