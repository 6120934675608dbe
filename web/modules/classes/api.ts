import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  AccuracyReport,
  ClassTableView,
  CodedContact,
  CustomerClasses,
  DeskContact,
  DeskContactPage,
  JudgedPage,
  ReviewList,
  type AskAccuracy,
  type ListDeskContacts,
  type ListJudged,
  type ListReviews,
  type PublishClasses,
  type RecordContact,
} from '#domain/classes/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['classes'],
  table: ['classes', 'table'],
  reviews: ['classes', 'reviews'],
} as const;

export function useClasses() {
  return useQuery({
    queryKey: keys.table,
    staleTime: 5 * 60_000,
    queryFn: () => get('/classes', ClassTableView),
  });
}

export function usePublishClasses() {
  return useChange(({ version, ...table }: PublishClasses & { version: number }) =>
    post('/classes', table, ClassTableView, { ifMatch: version }),
  );
}

export function useCustomerClasses(id: string) {
  return useQuery({
    queryKey: [...keys.all, 'customer', id],
    queryFn: () => get(`/customers/${id}/classes`, CustomerClasses),
  });
}

export function useDeskContacts(asked: Partial<ListDeskContacts>) {
  return useQuery({
    queryKey: [...keys.all, 'contacts', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/desk-contacts', DeskContactPage, asked),
  });
}

export function useRecordContact() {
  return useChange((contact: z.input<typeof RecordContact>) => post('/desk-contacts', contact, DeskContact));
}

export function useSetClass() {
  return useChange(({ id, code }: { id: string; code: string }) =>
    post(`/desk-contacts/${id}/class`, { code }, DeskContact),
  );
}

export function useConfirmClass() {
  return useChange(({ id, code }: { id: string; code: string }) =>
    post(`/desk-contacts/${id}/confirm`, { code }, DeskContact),
  );
}

export function useWithdrawContact() {
  return useChange((id: string) => post(`/desk-contacts/${id}/withdraw`, {}, DeskContact));
}

export function useReviews(asked: ListReviews) {
  return useQuery({
    queryKey: [...keys.reviews, asked],
    queryFn: () => get('/class-reviews', ReviewList, asked),
  });
}

export function useReviewContact() {
  return useChange(({ id, code }: { id: string; code: string }) =>
    post(`/class-reviews/${id}`, { code }, CodedContact),
  );
}

export function useAccuracy(asked: AskAccuracy) {
  return useQuery({
    queryKey: [...keys.all, 'accuracy', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/class-accuracy', AccuracyReport, asked),
  });
}

export function useJudged(asked: ListJudged) {
  return useQuery({
    queryKey: [...keys.all, 'judged', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/class-accuracy/contacts', JudgedPage, asked),
  });
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  // A class stands on the lists and the record as well.
  return useMutation({ mutationFn: ask, onSuccess: () => client.invalidateQueries() });
}
