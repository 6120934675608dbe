import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CalendarDate } from '#domain/base/time.ts';
import { ChartDay, type CountCharts, type MoveCharts } from '#domain/charts/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useCharts(clinicId: string, day: CalendarDate) {
  return useQuery({
    queryKey: ['charts', clinicId, day],
    queryFn: () => get('/charts', ChartDay, { clinicId, day }),
  });
}

export function useMoveCharts() {
  return useChange((move: z.input<typeof MoveCharts>) => post('/charts/move', move, ChartDay));
}

export function useCountCharts() {
  return useChange((count: z.input<typeof CountCharts>) => post('/charts/count', count, ChartDay));
}

function useChange<Input>(change: (input: Input) => Promise<ChartDay>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['charts'] }),
  });
}
