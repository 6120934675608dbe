import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  AlikeCustomers,
  Duplicate,
  DuplicatePage,
  Merge,
  MergePage,
  type AskAlike,
  type ListDuplicates,
  type ListMerges,
  type MergeCustomers,
} from '#domain/identity/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = { duplicates: ['duplicates'], merges: ['merges'] } as const;

export function useDuplicates(query: Partial<z.output<typeof ListDuplicates>>) {
  return useQuery({
    queryKey: [...keys.duplicates, query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/duplicates', DuplicatePage, query),
  });
}

export function useMerges(query: Partial<z.output<typeof ListMerges>>) {
  return useQuery({
    queryKey: [...keys.merges, query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/merges', MergePage, query),
  });
}

export function useAlike(typed: AskAlike) {
  return useQuery({
    enabled: Boolean(typed.name || typed.phone || typed.birthday),
    queryKey: ['customers', 'alike', typed],
    queryFn: () => get('/customers/alike', AlikeCustomers, typed),
  });
}

/** Also after a refusal: then a colleague was quicker, and the page has to show it. */
function useForgetAll() {
  const client = useQueryClient();
  return () => void client.invalidateQueries();
}

export function useDismiss() {
  const forget = useForgetAll();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      post(`/duplicates/${id}/dismiss`, { reason }, Duplicate),
    onSettled: forget,
  });
}

export function useReopen() {
  const forget = useForgetAll();
  return useMutation({
    mutationFn: (id: string) => post(`/duplicates/${id}/reopen`, {}, Duplicate),
    onSettled: forget,
  });
}

export function useMerge() {
  const forget = useForgetAll();
  return useMutation({
    mutationFn: (input: MergeCustomers) => post('/merges', input, Merge),
    onSettled: forget,
  });
}

export function useUndoMerge() {
  const forget = useForgetAll();
  return useMutation({
    mutationFn: (id: string) => post(`/merges/${id}/undo`, {}, Merge),
    onSettled: forget,
  });
}
