import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import { FollowupHistory } from '#domain/followups/change.ts';
import {
  CallSheet,
  Followup,
  HeldBack,
  RecordedCall,
  Unfinished,
  Worklist,
  type CreateReminder,
  type ListHeldBack,
  type ListToday,
  type ListUnfinished,
  type RecordCall,
} from '#domain/followups/contract.ts';
import {
  HandedOver,
  HandOverPreview,
  TakenBack,
  type HandOver,
  type PreviewHandOver,
} from '#domain/followups/hand-over-contract.ts';
import { Departure, type NoteDeparture } from '#domain/followups/protocol-contract.ts';
import { ScriptList } from '#domain/scripts/contract.ts';
import { hearServerNow } from '#web/lib/clock.ts';
import { del, get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['followups'],
  sheet: (customerId: string) => ['followups', 'sheet', customerId],
} as const;

type Asked<S extends z.ZodType> = Partial<z.output<S>>;

/** Colleagues work on the same list: it is read again every minute, and after every call. */
export function useWorklist(query: Asked<typeof ListToday>, enabled = true) {
  return useQuery({
    enabled,
    queryKey: [...keys.all, 'today', query],
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    queryFn: async () => {
      const list = await get('/followups/today', Worklist, query);
      hearServerNow(list.now);
      return list;
    },
  });
}

/** What the contact budget keeps off that list; it moves slowly. */
export function useHeldBack(query: Asked<typeof ListHeldBack>) {
  return useQuery({
    queryKey: [...keys.all, 'held-back', query],
    refetchInterval: 300_000,
    queryFn: () => get('/followups/held-back', HeldBack, query),
  });
}

export function useHandOverPreview(asked: PreviewHandOver) {
  return useQuery({
    queryKey: [...keys.all, 'hand-over', asked],
    placeholderData: keepPreviousData,
    queryFn: () => post('/followups/hand-over/preview', asked, HandOverPreview),
  });
}

export function useHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: HandOver) => post('/followups/hand-over', input, HandedOver),
    onSettled: () => forget(client),
  });
}

export function useTakeBackHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/followups/hand-over/${id}/undo`, {}, TakenBack),
    onSettled: () => forget(client),
  });
}

/** Asked when somebody wants to know. */
export function useFollowupHistory(id: string) {
  return useQuery({
    queryKey: [...keys.all, 'history', id],
    queryFn: () => get(`/followups/${id}/history`, FollowupHistory),
  });
}

export function useCallSheet(customerId: string) {
  return useQuery({ ...sheetOf(customerId), refetchInterval: 30_000 });
}

/** The next customer's sheet is there before anybody asks for it. */
export function useSheetAhead(customerId: string | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    if (customerId) void client.prefetchQuery(sheetOf(customerId));
  }, [client, customerId]);
}

function sheetOf(customerId: string) {
  return {
    queryKey: keys.sheet(customerId),
    queryFn: () => get('/followups/call-sheet', CallSheet, { customerId }),
  };
}

export function useRecordCall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: RecordCall) => post('/followups/calls', input, RecordedCall),
    // Also after a refusal: then a colleague was quicker, and the sheet has to show it.
    onSettled: (_, __, { customerId }) => forget(client, customerId),
  });
}

export function useUndoCall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ callId }: { callId: string; customerId: string }) =>
      post(`/followups/calls/${callId}/undo`, {}, RecordedCall),
    onSuccess: (_, { customerId }) => forget(client, customerId),
  });
}

/** What a reminder may be worked by. */
export function useScriptsToName(wanted: boolean) {
  return useQuery({
    queryKey: ['scripts', 'to-name'],
    enabled: wanted,
    queryFn: async () => {
      const { items } = await get('/scripts', ScriptList);
      return items.filter(({ version }) => version !== null);
    },
  });
}

export function useCreateReminder() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof CreateReminder>) => post('/followups/reminders', input, Followup),
    onSuccess: (_, { customerId }) => forget(client, customerId),
  });
}

/** One after the other: what was done before a failure stays done, and the lists then say so. */
export function useAssignFollowups() {
  return useEach(
    ({ staffId }: { staffId: string | null }) =>
      (id) =>
        post(`/followups/${id}/assign`, { staffId }, Followup),
  );
}

export function useEndFollowups() {
  return useEach(
    ({ reason }: { reason: string }) =>
      (id) =>
        post(`/followups/${id}/end`, { reason }, Followup),
  );
}

/** Ends at once all that is owed to somebody who died or moved away. */
export function useNoteDeparture(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof NoteDeparture>) =>
      post(`/customers/${customerId}/departure`, input, Departure),
    onSettled: () => forget(client),
  });
}

export function useWithdrawDeparture(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del(`/customers/${customerId}/departure`, {}, Departure),
    onSettled: () => forget(client),
  });
}

export function useUnfinished(query: Asked<typeof ListUnfinished>) {
  return useQuery({
    queryKey: [...keys.all, 'unfinished', query],
    placeholderData: keepPreviousData,
    queryFn: () => get('/followups/unfinished', Unfinished, query),
  });
}

function useEach<Input>(change: (input: Input) => (id: string) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, ...input }: Input & { ids: readonly string[] }) => {
      for (const id of ids) await change(input as Input)(id);
    },
    onSettled: () => forget(client),
  });
}

/** Lists are read again, and the customer's record, whose timeline tells of it. Nobody waits for that. */
function forget(client: QueryClient, customerId?: string): void {
  void client.invalidateQueries({ queryKey: keys.all });
  void client.invalidateQueries({ queryKey: customerId ? ['customers', customerId] : ['customers'] });
}
