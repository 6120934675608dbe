import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { CustomerNoShows, NoShowFigures } from '#domain/appointments/no-shows.ts';
import type { AskNoShows } from '#domain/appointments/no-shows.ts';
import { get } from '#web/lib/http.ts';

export function useNoShows(question: z.input<typeof AskNoShows>) {
  return useQuery({
    queryKey: ['no-shows', question],
    queryFn: () => get('/no-shows', NoShowFigures, question),
    placeholderData: keepPreviousData,
  });
}

export function useNoShowsOf(customerId: string) {
  return useQuery({
    queryKey: ['no-shows', 'of', customerId],
    queryFn: () => get(`/customers/${customerId}/no-shows`, CustomerNoShows),
  });
}
