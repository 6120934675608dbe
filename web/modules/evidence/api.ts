import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  CustomerEvidence,
  EvidencePage,
  EvidenceReport,
  EvidenceRulesView,
  ReadCallLog,
  TelephoneSecret,
  Telephones,
  TelephoneSystem,
  type AskEvidence,
  type ChosenColumns,
  type EditTelephone,
  type ListEvidence,
  type NameExtension,
} from '#domain/evidence/contract.ts';
import type { EvidenceRules } from '#domain/evidence/rules.ts';
import { get, patch, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['evidence'],
  rules: ['evidence', 'rules'],
  telephones: ['telephones'],
} as const;

export function useEvidence(query: AskEvidence) {
  return useQuery({
    queryKey: [...keys.all, query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/evidence', EvidenceReport, query),
  });
}

export function useEvidenceCalls(query: Partial<z.output<typeof ListEvidence>>) {
  return useQuery({
    queryKey: [...keys.all, 'calls', query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/evidence/calls', EvidencePage, query),
  });
}

/** What shows each call to this customer. */
export function useCustomerEvidence(customerId: string) {
  return useQuery({
    queryKey: [...keys.all, 'customer', customerId],
    queryFn: () => get(`/customers/${customerId}/evidence`, CustomerEvidence),
  });
}

export function useImportCallLog() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, columns }: { file: File; columns?: ChosenColumns }) => {
      const form = new FormData();
      // Before the file: what stands behind it is not read any more when the file is taken in.
      if (columns) form.set('columns', JSON.stringify(columns));
      form.set('file', file);
      return post('/call-logs', form, ReadCallLog);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}

export function useEvidenceRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/evidence/rules', EvidenceRulesView) });
}

export function usePublishEvidenceRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: EvidenceRules; version: number }) =>
      post('/evidence/rules', { rules }, EvidenceRulesView, { ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}

export function useTelephones() {
  return useQuery({ queryKey: keys.telephones, queryFn: () => get('/telephones', Telephones) });
}

export function useAddTelephone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => post('/telephones', { name }, TelephoneSecret),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.telephones }),
  });
}

export function useEditTelephone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, ...change }: EditTelephone & { id: string; version: number }) =>
      patch(`/telephones/${id}`, change, TelephoneSystem, { ifMatch: version }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.telephones }),
  });
}

export function useReplaceSecret() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/telephones/${id}/secret`, {}, TelephoneSecret),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.telephones }),
  });
}

export function useNameExtension() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (named: NameExtension) => put('/telephone-extensions', named, Telephones),
    onSuccess: (telephones) => {
      client.setQueryData(keys.telephones, telephones);
      return client.invalidateQueries({ queryKey: keys.all });
    },
  });
}
