import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { Certificate, Coverage, type ListLost, LostPage, NamedReason } from '#domain/coverage/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useCoverage() {
  return useQuery({ queryKey: ['coverage', 'proof'], queryFn: () => get('/coverage', Coverage) });
}

export function useLost(filter: Partial<z.output<typeof ListLost>>) {
  return useQuery({
    queryKey: ['coverage', 'lost', filter],
    queryFn: () => get('/coverage/lost', LostPage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useCertificate(month: string) {
  return useQuery({
    queryKey: ['coverage', 'certificate', month],
    queryFn: () => get('/coverage/certificate', Certificate, { month }),
    placeholderData: keepPreviousData,
  });
}

export function useCheckNow() {
  return useCoverageChange(() => post('/coverage/check', {}, Coverage));
}

export function useNameReason(id: string) {
  return useCoverageChange((reason: string) => post(`/coverage/lost/${id}/reason`, { reason }, NamedReason));
}

function useCoverageChange<Input = void, Answer = unknown>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey: ['coverage'] }),
  });
}
