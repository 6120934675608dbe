import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  EvidencePage,
  EvidenceReport,
  EvidenceRulesView,
  ReadCallLog,
  type AskEvidence,
  type ListEvidence,
} from '#domain/evidence/contract.ts';
import type { EvidenceRules } from '#domain/evidence/rules.ts';
import { get, post } from '#web/lib/http.ts';

const keys = { all: ['evidence'], rules: ['evidence', 'rules'] } as const;

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

export function useImportCallLog() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
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
