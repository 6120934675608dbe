import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  RedFlag,
  RedFlagPage,
  RedFlagRulesView,
  type AnswerRedFlag,
  type ListRedFlags,
} from '#domain/redflags/contract.ts';
import type { RedFlagRules } from '#domain/redflags/rules.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = { all: ['red-flags'], rules: ['red-flags', 'rules'] } as const;

/** Looked at again every minute: a promise runs out while nobody touches the page. */
export function useRedFlags(query: Partial<z.output<typeof ListRedFlags>>, enabled = true) {
  return useQuery({
    enabled,
    queryKey: [...keys.all, query],
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    queryFn: () => get('/red-flags', RedFlagPage, query),
  });
}

export function useAnswerRedFlag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      id,
      version,
      ...answer
    }: z.input<typeof AnswerRedFlag> & { id: string; version: number }) =>
      post(`/red-flags/${id}/answer`, answer, RedFlag, { ifMatch: version }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.all });
      void client.invalidateQueries({ queryKey: ['followups'] });
      void client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
}

export function useRedFlagRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/red-flag-rules', RedFlagRulesView) });
}

export function usePublishRedFlagRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: RedFlagRules; version: number }) =>
      post('/red-flag-rules', { rules }, RedFlagRulesView, { ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
