import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  BookedEntries,
  CustomerLedger,
  LedgerLine,
  Mismatch,
  MismatchPage,
  type BookEntry,
  type ListMismatches,
} from '#domain/ledger/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useLedger(customerId: string, page: { page: number; pageSize: number }) {
  return useQuery({
    queryKey: ['ledger', customerId, page.page, page.pageSize],
    queryFn: () => get(`/customers/${customerId}/ledger`, CustomerLedger, page),
    placeholderData: keepPreviousData,
  });
}

export function useBookEntry(customerId: string) {
  return useLedgerChange((entry: z.input<typeof BookEntry>) =>
    post(`/customers/${customerId}/ledger`, entry, BookedEntries),
  );
}

export function useReverseEntry(id: string) {
  return useLedgerChange((reason: string) => post(`/ledger/${id}/reverse`, { reason }, LedgerLine));
}

export function useMismatches(filter: z.output<typeof ListMismatches>) {
  return useQuery({
    queryKey: ['ledger', 'mismatches', filter],
    queryFn: () => get('/ledger/mismatches', MismatchPage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useResolveMismatch(id: string) {
  return useLedgerChange((note: string) => post(`/ledger/mismatches/${id}/resolve`, { note }, Mismatch));
}

/** What a customer spent is read in many places: the account, the grade, the lists. */
function useLedgerChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
