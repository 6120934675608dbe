import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  ClaimedCustomer,
  DecidedReleases,
  MyCustomers,
  OwnerHistory,
  OwnWarnings,
  PoolPage,
  ReleasePage,
  ReleaseRulesView,
  ReleasesPreview,
  type DecideReleases,
  type ListPool,
  type ListReleases,
} from '#domain/ownership/contract.ts';
import type { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  mine: ['ownership', 'mine'],
  warnings: ['ownership', 'warnings'],
  releases: ['ownership', 'releases'],
  pool: ['ownership', 'pool'],
  rules: ['ownership', 'rules'],
  owners: (id: string) => ['ownership', 'owners', id],
} as const;

export function useMine(page: { page: number; pageSize: number }) {
  return useQuery({
    queryKey: [...keys.mine, page],
    placeholderData: keepPreviousData,
    queryFn: () => get('/ownership/mine', MyCustomers, page),
  });
}

export function useWarnings() {
  return useQuery({ queryKey: keys.warnings, queryFn: () => get('/ownership/warnings', OwnWarnings) });
}

export function useReleases(asked: Partial<z.output<typeof ListReleases>>) {
  return useQuery({
    queryKey: [...keys.releases, asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/ownership/releases', ReleasePage, asked),
  });
}

/** What would change hands; asked anew each time somebody is about to decide. */
export function useReleasesPreview(ids: readonly string[]) {
  return useQuery({
    queryKey: [...keys.releases, 'preview', ids],
    gcTime: 0,
    queryFn: () => post('/ownership/releases/preview', { ids }, ReleasesPreview),
  });
}

export function usePool(asked: Partial<z.output<typeof ListPool>>) {
  return useQuery({
    queryKey: [...keys.pool, asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/ownership/pool', PoolPage, asked),
  });
}

export function useReleaseRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/ownership/rules', ReleaseRulesView) });
}

export function useOwners(customerId: string) {
  return useQuery({
    queryKey: keys.owners(customerId),
    queryFn: () => get(`/customers/${customerId}/owners`, OwnerHistory),
  });
}

export function useDecideReleases() {
  return useChange((decision: DecideReleases) =>
    post('/ownership/releases/decide', decision, DecidedReleases),
  );
}

export function useClaim() {
  return useChange((customerId: string) => post('/ownership/claims', { customerId }, ClaimedCustomer));
}

export function usePublishReleaseRules() {
  return useChange(({ ruleSet, version }: { ruleSet: ReleaseRules; version: number }) =>
    post('/ownership/rules', { ruleSet }, ReleaseRulesView, { ifMatch: version }),
  );
}

/** Also after a refusal: then somebody was quicker, and the page has to show it. */
function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSettled: () => void client.invalidateQueries() });
}
