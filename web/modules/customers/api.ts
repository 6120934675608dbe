import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  Customer,
  CustomerPage,
  FieldChanges,
  RevealedPhone,
  Timeline,
  type CreateCustomer,
  type EditCustomer,
  type ListCustomers,
  type TimelineEntry,
} from '#domain/customers/contract.ts';
import { PhoneSharers } from '#domain/records/contract.ts';
import { get, patch, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['customers'],
  one: (id: string) => ['customers', id],
  timeline: (id: string, kind: string | undefined) => ['customers', id, 'timeline', kind],
} as const;

export function useCustomers(query: Partial<z.output<typeof ListCustomers>>) {
  return useQuery({
    queryKey: [...keys.all, 'list', query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/customers', CustomerPage, query),
  });
}

export function useCustomer(id: string) {
  return useQuery({ queryKey: keys.one(id), queryFn: () => get(`/customers/${id}`, Customer) });
}

export function useCreateCustomer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof CreateCustomer>) => post('/customers', input, Customer),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.all }),
  });
}

export function useEditCustomer(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }: { version: number | undefined; change: EditCustomer }) =>
      patch(`/customers/${id}`, change, Customer, { ifMatch: version }),
    // Names and numbers stand on the lists of today as well.
    onSettled: () => void client.invalidateQueries(),
  });
}

/** The whole number, once; why is kept in the audit trail. */
export function useRevealPhone(id: string) {
  return useMutation({
    mutationFn: (reason: string) => post(`/customers/${id}/reveal-phone`, { reason }, RevealedPhone),
    gcTime: 0,
  });
}

export function useTimeline(id: string, kind?: TimelineEntry['kind']) {
  return useInfiniteQuery({
    queryKey: keys.timeline(id, kind),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => get(`/customers/${id}/timeline`, Timeline, { before: pageParam, kind }),
    getNextPageParam: ({ nextBefore }) => nextBefore ?? undefined,
  });
}

/** What a field of the record said before. */
export function useChanges(id: string, field: string) {
  return useQuery({
    queryKey: ['customers', id, 'changes', field],
    queryFn: () => get(`/customers/${id}/changes`, FieldChanges, { field }),
  });
}

/** Who has a phone: a question, posted so that no log keeps the number. */
export function usePhoneSharers(phone: string | null) {
  return useQuery({
    queryKey: ['customers', 'phone-sharers', phone],
    queryFn: () => post('/customers/phone-sharers', { phone }, PhoneSharers),
    enabled: phone !== null,
    gcTime: 0,
  });
}
