import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  Capacity,
  CapacityRulesView,
  DayLoad,
  Decided,
  DecisionPreview,
  HeldByNobody,
  Decisions,
  UndoneDecision,
  type AskDecision,
  type AskDay,
} from '#domain/capacity/contract.ts';
import type { CapacityRules } from '#domain/capacity/rules.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useCapacity() {
  return useQuery({
    queryKey: ['capacity'],
    placeholderData: keepPreviousData,
    queryFn: () => get('/capacity', Capacity),
  });
}

export function useDayLoad(asked: z.infer<typeof AskDay>) {
  return useQuery({
    queryKey: ['capacity', 'day', asked],
    queryFn: () => get('/capacity/day', DayLoad, asked),
  });
}

export function useHeldByNobody() {
  return useQuery({
    queryKey: ['capacity', 'held-by-nobody'],
    queryFn: () => get('/capacity/held-by-nobody', HeldByNobody),
  });
}

export function usePreview(asked: AskDecision) {
  return useQuery({
    queryKey: ['capacity', 'preview', asked],
    enabled: asked.kind !== 'lend' || asked.toId !== null,
    gcTime: 0,
    queryFn: () => post('/capacity/decisions/preview', asked, DecisionPreview),
  });
}

export function useDecisions() {
  return useQuery({
    queryKey: ['capacity', 'decisions'],
    queryFn: () => get('/capacity/decisions', Decisions),
  });
}

export function useDecide() {
  return useChange((asked: AskDecision) => post('/capacity/decisions', asked, Decided));
}

export function useUndoDecision() {
  return useChange((id: string) => post(`/capacity/decisions/${id}/undo`, {}, UndoneDecision));
}

export function useCapacityRules() {
  return useQuery({
    queryKey: ['capacity', 'rules'],
    queryFn: () => get('/capacity/rules', CapacityRulesView),
  });
}

export function usePublishCapacityRules() {
  return useChange(({ rules, version }: { rules: CapacityRules; version: number }) =>
    post('/capacity/rules', { rules }, CapacityRulesView, { ifMatch: version }),
  );
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  // What moves stands on people's lists as well.
  return useMutation({ mutationFn: ask, onSuccess: () => void client.invalidateQueries() });
}
