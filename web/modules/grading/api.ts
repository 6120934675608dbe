import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  CustomerGrade,
  EffortContactPage,
  EffortReport,
  Preview,
  ProposalPage,
  RuleSetView,
  type AskEffort,
  type ListEffortContacts,
  type ProposeOverride,
} from '#domain/grading/contract.ts';
import type { GradeRuleSet } from '#domain/grading/rule-set.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['grading'],
  customer: (id: string) => ['grading', 'customer', id],
  rules: ['grading', 'rules'],
  proposals: ['grading', 'proposals'],
} as const;

/** A booking or a score moves the grade a moment later: who has the record open sees it move. */
const lookAgainMs = 4_000;

export function useCustomerGrade(id: string) {
  return useQuery({
    queryKey: keys.customer(id),
    refetchInterval: lookAgainMs,
    queryFn: () => get(`/customers/${id}/grade`, CustomerGrade),
  });
}

export function useProposals(page: { page: number; pageSize: number }) {
  return useQuery({
    queryKey: [...keys.proposals, page],
    queryFn: () => get('/grading/overrides', ProposalPage, page),
  });
}

export function useProposeOverride(customerId: string) {
  return useChange((wish: ProposeOverride) =>
    post(`/customers/${customerId}/grade-overrides`, wish, CustomerGrade),
  );
}

export function useApproveOverride() {
  return useChange((id: string) => post(`/grading/overrides/${id}/approve`, {}, CustomerGrade));
}

export function useRevokeOverride() {
  return useChange(({ id, reason }: { id: string; reason: string }) =>
    post(`/grading/overrides/${id}/revoke`, { reason }, CustomerGrade),
  );
}

export function useRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/grading/rules', RuleSetView) });
}

export function usePublishRules() {
  return useChange(({ ruleSet, version }: { ruleSet: GradeRuleSet; version: number }) =>
    post('/grading/rules', { ruleSet }, RuleSetView, { ifMatch: version }),
  );
}

/** Who would move by these rules; asked only once there are some to look at. */
export function usePreview(ruleSet: GradeRuleSet | null, page: { page: number; pageSize: number }) {
  return useQuery({
    queryKey: [...keys.all, 'preview', ruleSet, page],
    enabled: ruleSet !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    queryFn: () => post('/grading/preview', { ruleSet, ...page }, Preview),
  });
}

export function useEffort(asked: AskEffort) {
  return useQuery({
    queryKey: [...keys.all, 'effort', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/grading/effort', EffortReport, asked),
  });
}

export function useEffortContacts(asked: z.output<typeof ListEffortContacts>) {
  return useQuery({
    queryKey: [...keys.all, 'effort-contacts', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/grading/effort/contacts', EffortContactPage, asked),
  });
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  // A grade stands on the lists, the sheet and the record as well.
  return useMutation({ mutationFn: ask, onSuccess: () => void client.invalidateQueries() });
}
