import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '#domain/base/time.ts';
import {
  CancelledEntry,
  LateEntry,
  Lateness,
  type DecideLate,
  type RecordLateCall,
  type ReviewCancellation,
} from '#domain/lateness/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

/** Looked at again every half minute: people become late while nobody touches the page. */
export function useLateness(question: { clinicId: string; day?: CalendarDate | undefined }) {
  return useQuery({
    queryKey: ['lateness', question],
    queryFn: () => get('/lateness', Lateness, question),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export function useRecordLateCall() {
  return useChange(({ id, ...call }: RecordLateCall & { id: string }) =>
    post(`/appointments/${id}/late-calls`, call, LateEntry),
  );
}

export function useDecideLate() {
  return useChange(({ id, ...decision }: DecideLate & { id: string }) =>
    post(`/appointments/${id}/late-decision`, decision, LateEntry),
  );
}

export function useReviewCancellation() {
  return useChange(({ id, ...review }: ReviewCancellation & { id: string }) =>
    post(`/appointments/${id}/review`, review, CancelledEntry),
  );
}

function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey: ['lateness'] }),
  });
}
