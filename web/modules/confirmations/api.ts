import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '#domain/base/time.ts';
import {
  ConfirmationEntry,
  ConfirmationList,
  type ShareConfirmations,
} from '#domain/confirmations/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

/** Looked at again every half minute: customers answer by themselves. */
export function useConfirmations(question: { clinicId: string; day?: CalendarDate | undefined }) {
  return useQuery({
    queryKey: ['confirmations', question],
    queryFn: () => get('/confirmations', ConfirmationList, question),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
}

export function useShareConfirmations() {
  return useChange((list: ShareConfirmations) => post('/confirmations/share', list, ConfirmationList));
}

export function useNameConfirmer() {
  return useChange(({ id, staffId }: { id: string; staffId: string }) =>
    post(`/appointments/${id}/confirmer`, { staffId }, ConfirmationEntry),
  );
}

function useChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey: ['confirmations'] }),
  });
}
