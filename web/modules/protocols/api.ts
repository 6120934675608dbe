import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { CalendarDate } from '#domain/base/time.ts';
import { ProtocolList, type Protocol } from '#domain/followups/contract.ts';
import {
  CalendarView,
  LastReplay,
  MovePreview,
  ProtocolView,
  Replay,
  TriedDraft,
  type PublishDraft,
  type SaveDraft,
} from '#domain/followups/protocol-contract.ts';
import type { ClinicCalendar } from '#domain/followups/working-days.ts';
import { del, get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['protocols'],
  one: (code: string) => ['protocols', code],
  replay: (code: string) => ['protocols', code, 'replay'],
} as const;

const lookAgainMs = 700;

export function useProtocols() {
  return useQuery({ queryKey: keys.all, queryFn: () => get('/protocols', ProtocolList) });
}

export function useProtocol(code: string) {
  return useQuery({ queryKey: keys.one(code), queryFn: () => get(`/protocols/${code}`, ProtocolView) });
}

/** Keeps a draft; `version` is the draft's that was edited, 0 for the first. */
export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, version, ...body }: SaveDraft & { code: string; version: number }) =>
      put(`/protocols/${code}/draft`, body, ProtocolView, { ifMatch: version }),
    onSuccess: (view) => {
      client.setQueryData(keys.one(view.code), view);
      void client.invalidateQueries({ queryKey: keys.all, exact: true });
    },
  });
}

export function useDiscardDraft(code: string) {
  return useChange((version: number) =>
    del(`/protocols/${code}/draft`, {}, z.object({}), { ifMatch: version }),
  );
}

export function useStartReplay(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post(`/protocols/${code}/replays`, {}, Replay),
    onSuccess: (replay) => client.setQueryData(keys.replay(code), { replay }),
  });
}

/** The last replay of the draft, looked at again while it is under way. */
export function useReplay(code: string) {
  return useQuery({
    queryKey: keys.replay(code),
    queryFn: () => get(`/protocols/${code}/replay`, LastReplay),
    refetchInterval: ({ state }) => (state.data?.replay?.state === 'running' ? lookAgainMs : false),
  });
}

export function useTryDraft(code: string) {
  return useMutation({
    mutationFn: (customerId: string) => post(`/protocols/${code}/try`, { customerId }, TriedDraft),
  });
}

/** What moving the plans already made would change; asked when somebody is about to publish. */
export function useMovePreview(
  code: string,
  { draftVersion, effectiveOn }: { draftVersion: number; effectiveOn: CalendarDate | null },
  isAsked: boolean,
) {
  return useQuery({
    queryKey: [...keys.one(code), 'move', draftVersion, effectiveOn],
    enabled: isAsked,
    gcTime: 0,
    queryFn: () => post(`/protocols/${code}/preview-move`, { effectiveOn }, MovePreview),
  });
}

export function usePublishDraft(code: string) {
  return useChange(({ version, ...body }: PublishDraft & { version: number }) =>
    post(`/protocols/${code}/publish`, body, ProtocolView, { ifMatch: version }),
  );
}

export function useCalendar(clinicId: string) {
  return useQuery({
    queryKey: ['clinic-calendar', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/calendar`, CalendarView),
  });
}

export function useSaveCalendar(clinicId: string) {
  return useChange(({ calendar, version }: { calendar: ClinicCalendar | null; version: number }) =>
    put(`/clinics/${clinicId}/calendar`, { calendar }, CalendarView, { ifMatch: version }),
  );
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  // Followups that were moved stand on the lists as well.
  return useMutation({ mutationFn: ask, onSuccess: () => void client.invalidateQueries() });
}

export type Published = z.infer<typeof Protocol>;

/** Whether its name or one of its steps, in either language, holds what somebody looks for. */
export function protocolFits({ definition }: Published, search: string): boolean {
  const names = [definition.name, ...definition.steps.map((step) => step.name)];
  const text = names.map(({ zh, en }) => `${zh} ${en}`).join(' ');
  return text.toLowerCase().includes(search.trim().toLowerCase());
}
