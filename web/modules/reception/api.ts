import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { DoorCalls } from '#domain/checkins/contract.ts';
import { NewlyMade } from '#domain/records/contract.ts';
import { Board, BoardNews, Received, Reception, Triage } from '#domain/reception/contract.ts';
import type { ReceiveCustomer } from '#domain/reception/contract.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import { downloadAddress, get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keyOf = (clinicId: string) => ['reception', 'board', clinicId];

type Stream = 'connecting' | 'live' | 'offline';

/** The board of today, kept as it is by the server's news; where no stream holds, it is asked again and again. */
export function useBoard(clinicId: string) {
  const client = useQueryClient();
  const [stream, setStream] = useState<Stream>('connecting');
  const asked = useQuery({
    queryKey: keyOf(clinicId),
    queryFn: () => get('/reception/board', Board, { clinicId }),
    refetchInterval: stream === 'live' ? 300_000 : 5_000,
  });
  const isThere = asked.data !== undefined;

  useEffect(() => {
    if (!isThere) return;
    const from = client.getQueryData<Board>(keyOf(clinicId))!.position;
    // The browser reads on from the last event by itself when it was cut off.
    const news = new EventSource(downloadAddress(`/reception/board/news?clinicId=${clinicId}&after=${from}`));
    news.onopen = () => setStream('live');
    news.onerror = () => setStream('offline');
    news.addEventListener('changed', (event: MessageEvent<string>) => {
      const heard = BoardNews.safeParse(JSON.parse(event.data));
      const board = client.getQueryData<Board>(keyOf(clinicId));
      if (!heard.success || !board || heard.data.readAnew || heard.data.day !== board.day)
        void client.invalidateQueries({ queryKey: keyOf(clinicId) });
      else client.setQueryData(keyOf(clinicId), changed(board, heard.data));
    });
    return () => news.close();
  }, [client, clinicId, isThere]);

  return { asked, stream };
}

/** What is new stands in place of what was known of the same visit, or of the appointment it came from. */
function changed(board: Board, news: BoardNews): Board {
  const replaced = new Set([
    ...news.gone,
    ...news.cards.flatMap(({ id, appointmentId }) => [id, ...(appointmentId ? [appointmentId] : [])]),
  ]);
  const visits = new Set(news.cards.map(({ id }) => id));
  return {
    ...board,
    position: news.position,
    cards: [...board.cards.filter(({ id }) => !replaced.has(id)), ...news.cards],
    words: [...board.words.filter(({ visitId }) => !visits.has(visitId)), ...news.words],
  };
}

export function useReceive() {
  return useChange((arrival: ReceiveCustomer) => post('/reception/arrivals', arrival, Received));
}

type Versioned = { visitId: string; version: number };

export function useMoveStage() {
  return useChange(({ visitId, version, ...step }: Versioned & { to: VisitStage; reason?: string | null }) =>
    post(`/visits/${visitId}/stage`, step, Reception, { ifMatch: version }),
  );
}

export function useUndoMove() {
  return useChange(({ visitId, version }: Versioned) =>
    post(`/visits/${visitId}/stage/undo`, {}, Reception, { ifMatch: version }),
  );
}

/** It was somebody else. */
export function useUndoArrival() {
  return useChange(({ visitId, version, reason }: Versioned & { reason: string }) =>
    post(`/visits/${visitId}/arrival/undo`, { reason }, z.object({}), { ifMatch: version }),
  );
}

/** Whoever came with a child and answers for it. */
export function useNameGuardian() {
  return useChange(({ customerId, name }: { customerId: string; name: string }) =>
    post(`/customers/${customerId}/relations`, { kind: 'parent', isGuardian: true, name }, NewlyMade),
  );
}

/** Who stands at the door and was not placed by its code. */
export function useDoorCalls(clinicId: string) {
  return useQuery({
    queryKey: ['reception', 'door', clinicId],
    queryFn: () => get('/door-calls', DoorCalls, { clinicId }),
    refetchInterval: 10_000,
  });
}

export function useDoorCallSeen() {
  return useChange((id: string) => post(`/door-calls/${id}/seen`, {}, z.object({})));
}

export function useSayWord() {
  return useChange(({ visitId, toldMinutes }: { visitId: string; toldMinutes: number | null }) =>
    post(`/visits/${visitId}/words`, { toldMinutes }, Reception),
  );
}

export function useTriage(visitId: string) {
  return useQuery({
    queryKey: ['reception', 'triage', visitId],
    queryFn: () => get(`/visits/${visitId}/triage`, Triage),
  });
}

export function useChangeDoctor() {
  return useChange(
    ({ visitId, version, ...change }: Versioned & { doctorId: string; reason: string | null }) =>
      post(`/visits/${visitId}/doctor`, change, Reception, { ifMatch: version }),
  );
}

export function useWriteWishes() {
  return useChange(({ visitId, version, wishes }: Versioned & { wishes: string | null }) =>
    post(`/visits/${visitId}/wishes`, { wishes }, Reception, { ifMatch: version }),
  );
}

export function useReadNotice() {
  return useChange(({ visitId, version }: Versioned) =>
    post(`/visits/${visitId}/notice/read`, {}, Reception, { ifMatch: version }),
  );
}

function useChange<I, O>(change: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['reception'] }),
  });
}
