import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { Visit, VisitList, type EditVisit, type OpenVisit } from '#domain/visits/contract.ts';
import { get, patch, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

/** The visits of a customer that nobody has closed yet; the closed ones stand in the timeline. */
export function useOpenVisits(customerId: string, mayRead: boolean) {
  return useQuery({
    enabled: mayRead,
    queryKey: ['visits', customerId, 'open'],
    queryFn: () => get('/visits', VisitList, { customerId, state: 'open' }),
  });
}

export function useOpenVisit() {
  return useVisitChange((input: z.input<typeof OpenVisit>) => post('/visits', input, Visit));
}

export function useEditVisit(id: string) {
  return useVisitChange(
    ({ version, change }: { version: number | undefined; change: z.input<typeof EditVisit> }) =>
      patch(`/visits/${id}`, change, Visit, { ifMatch: version }),
  );
}

/** What a closed visit owes its customer is planned a moment after it: what was read meanwhile is read again. */
const plannedAfterMs = [700, 3_000];

export function useCloseVisit() {
  const client = useQueryClient();
  return useVisitChange(async ({ id, version }: Pick<Visit, 'id' | 'version'>) => {
    const closed = await post(`/visits/${id}/close`, {}, Visit, { ifMatch: version });
    for (const ms of plannedAfterMs) setTimeout(() => void client.invalidateQueries(), ms);
    return closed;
  });
}

/** A visit changes the record, its timeline and, once closed, today's lists. */
function useVisitChange<Input>(change: (input: Input) => Promise<Visit>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
