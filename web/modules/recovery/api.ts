import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  CasePage,
  CustomerCases,
  LessonAdded,
  RecoveryCase,
  RecoveryRulesView,
  WeekSheet,
  type AddLesson,
  type ListCases,
  type OpenCase,
} from '#domain/recovery/contract.ts';
import type { RecoveryRules } from '#domain/recovery/recovery-rules.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = { all: ['recovery'], one: (id: string) => ['recovery', 'case', id] } as const;

export function useCases(filter: z.output<typeof ListCases>) {
  return useQuery({
    queryKey: [...keys.all, 'list', filter],
    queryFn: () => get('/recovery/cases', CasePage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useCase(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: () => get(`/recovery/cases/${id}`, RecoveryCase),
  });
}

export function useCustomerCases(customerId: string, mayRead: boolean) {
  return useQuery({
    queryKey: [...keys.all, 'customer', customerId],
    enabled: mayRead,
    queryFn: () => get(`/customers/${customerId}/cases`, CustomerCases),
  });
}

/** One act on a case, at the version it was read at; its answer is the case as it is then. */
export function useAct(id: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body: object }) =>
      post(`/recovery/cases/${id}/${verb}`, body, RecoveryCase, { ifMatch: version }),
    onSuccess: (after) => {
      client.setQueryData(keys.one(id), after);
      void client.invalidateQueries({ queryKey: keys.all });
    },
    // Somebody else was at it: the page shows what they did.
    onError: () => void client.invalidateQueries({ queryKey: keys.one(id) }),
  });
}

export function useRemedyAct() {
  return useCaseChange(
    ({ id, verb, body }: { id: string; verb: 'decide' | 'give' | 'withdraw'; body: object }) =>
      post(`/recovery/remedies/${id}/${verb}`, body, RecoveryCase),
  );
}

/** What was taken for a complaint is none. */
export function useCorrectSign() {
  return useCaseChange((id: string) => post(`/recovery/signs/${id}/correct`, {}, RecoveryCase));
}

export function useOpenCase(customerId: string) {
  return useCaseChange((input: z.input<typeof OpenCase>) =>
    post(`/customers/${customerId}/cases`, input, RecoveryCase),
  );
}

export function useWeek(week: string | undefined) {
  return useQuery({
    queryKey: [...keys.all, 'week', week],
    queryFn: () => get('/recovery/week', WeekSheet, week === undefined ? {} : { week }),
    placeholderData: keepPreviousData,
  });
}

export function useAddLesson() {
  return useCaseChange((input: AddLesson) => post('/recovery/lessons', input, LessonAdded));
}

export function useRecoveryRules() {
  return useQuery({
    queryKey: [...keys.all, 'rules'],
    queryFn: () => get('/recovery/rules', RecoveryRulesView),
  });
}

export function usePublishRecoveryRules() {
  return useCaseChange(({ rules, version }: { rules: RecoveryRules; version: number }) =>
    post('/recovery/rules', { rules }, RecoveryRulesView, { ifMatch: version }),
  );
}

function useCaseChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey: keys.all }),
  });
}
