import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CalendarDate } from '#domain/base/time.ts';
import { ConfirmedDay, DeskDay, DeskDays, type CorrectFigure } from '#domain/deskdays/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useDeskDay(clinicId: string, day: CalendarDate) {
  return useQuery({
    queryKey: ['desk-days', clinicId, day],
    queryFn: () => get('/desk-day', DeskDay, { clinicId, day }),
    // The day goes on while somebody looks.
    refetchInterval: 60_000,
  });
}

export function useDeskDays(clinicId: string, month: string) {
  return useQuery({
    queryKey: ['desk-days', clinicId, 'month', month],
    queryFn: () => get('/desk-days', DeskDays, { clinicId, month }),
  });
}

interface OfDay {
  clinicId: string;
  day: CalendarDate;
}

export function useConfirmDay({ clinicId, day }: OfDay) {
  return useChange(() => post(`/clinics/${clinicId}/desk-days/${day}/confirm`, {}, ConfirmedDay));
}

export function useCorrectFigure({ clinicId, day }: OfDay) {
  return useChange((correction: z.input<typeof CorrectFigure>) =>
    post(`/clinics/${clinicId}/desk-days/${day}/corrections`, correction, DeskDay),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['desk-days'] }),
  });
}
