import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  AnswerPage,
  AskedForm,
  CustomerForms,
  FormAnswer,
  FormList,
  FormRulesView,
  FormView,
  type AskForm,
  type CorrectAnswer,
  type ListAnswers,
  type SendAnswer,
} from '#domain/forms/contract.ts';
import {
  AskedPage,
  MonthRound,
  RatingPage,
  RoundPage,
  Satisfaction,
  type AskRound,
  type AskSatisfaction,
  type ListAsked,
  type ListRatings,
  type ListRound,
} from '#domain/forms/figures-contract.ts';
import type { FormRules } from '#domain/forms/dimension.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['forms'],
  list: ['forms', 'list'],
  rules: ['forms', 'rules'],
  one: (code: string) => ['forms', 'one', code],
} as const;

function useChange<T, R>(mutationFn: (change: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: keys.all }) });
}

export function useForms() {
  return useQuery({ queryKey: keys.list, queryFn: () => get('/forms', FormList) });
}

export function useForm(code: string) {
  return useQuery({ queryKey: keys.one(code), queryFn: () => get(`/forms/${code}`, FormView) });
}

export function useFormRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/form-rules', FormRulesView) });
}

export function usePublishFormRules() {
  return useChange(({ rules, version }: { rules: FormRules; version: number }) =>
    post('/form-rules', { rules }, FormRulesView, { ifMatch: version }),
  );
}

export function useWriteDraft() {
  return useChange(({ definition, version }: { definition: FormDefinition; version: number }) =>
    put(`/forms/${definition.code}/draft`, { definition }, FormView, { ifMatch: version }),
  );
}

export function usePublishForm() {
  return useChange(({ code, version }: { code: string; version: number }) =>
    post(`/forms/${code}/publish`, {}, FormView, { ifMatch: version }),
  );
}

export function useDiscardFormDraft() {
  return useChange(({ code, version }: { code: string; version: number }) =>
    post(`/forms/${code}/discard`, {}, z.object({}), { ifMatch: version }),
  );
}

export function useCustomerForms(customerId: string) {
  return useQuery({
    queryKey: ['forms', 'customer', customerId],
    queryFn: () => get(`/customers/${customerId}/forms`, CustomerForms),
    // The customer answers while the record is open.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ answeredAt }) => answeredAt === null) ? 10_000 : false,
  });
}

export function useAskForm(customerId: string) {
  return useChange((wish: z.input<typeof AskForm>) =>
    post(`/customers/${customerId}/form-requests`, wish, AskedForm),
  );
}

export function useAnswerForm() {
  return useChange(({ requestId, ...sent }: z.input<typeof SendAnswer> & { requestId: string }) =>
    post(`/form-requests/${requestId}/answer`, sent, FormAnswer),
  );
}

export function useAnswer(id: string | null) {
  return useQuery({
    queryKey: ['forms', 'answer', id],
    enabled: id !== null,
    queryFn: () => get(`/form-answers/${id}`, FormAnswer),
  });
}

export function useCorrectAnswer(id: string) {
  return useChange((correction: z.input<typeof CorrectAnswer>) =>
    post(`/form-answers/${id}/corrections`, correction, FormAnswer),
  );
}

export function useAnswers(filters: ListAnswers) {
  return useQuery({
    queryKey: ['forms', 'answers', filters],
    placeholderData: keepPreviousData,
    queryFn: () => get('/form-answers', AnswerPage, filters),
  });
}

export function useSatisfaction(question: z.input<typeof AskSatisfaction>) {
  return useQuery({
    queryKey: ['forms', 'satisfaction', question],
    placeholderData: keepPreviousData,
    queryFn: () => get('/satisfaction', Satisfaction, question),
  });
}

export function useRatings(question: ListRatings | null) {
  return useQuery({
    queryKey: ['forms', 'ratings', question],
    enabled: question !== null,
    queryFn: () => get('/satisfaction/ratings', RatingPage, question!),
  });
}

export function useAsked(question: ListAsked) {
  return useQuery({
    queryKey: ['forms', 'asked', question],
    placeholderData: keepPreviousData,
    queryFn: () => get('/satisfaction/asked', AskedPage, question),
  });
}

export function useMonthRound(question: z.input<typeof AskRound>) {
  return useQuery({
    queryKey: ['forms', 'round', question],
    queryFn: () => get('/satisfaction/month', MonthRound, question),
  });
}

export function useRoundCustomers(question: z.output<typeof ListRound> | null) {
  return useQuery({
    queryKey: ['forms', 'round-customers', question],
    enabled: question !== null,
    queryFn: () => get('/satisfaction/month/customers', RoundPage, question!),
  });
}
