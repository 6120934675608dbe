import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AvailabilityList, StaffAvailability, type EnterLeave } from '#domain/availability/contract.ts';
import type { WeekHours } from '#domain/availability/availability.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

/** Of whom: oneself, or a colleague by who manages staff. */
export interface Person {
  id: string;
  isMe: boolean;
}

export function useAvailability() {
  return useQuery({ queryKey: ['availability'], queryFn: () => get('/availability', AvailabilityList) });
}

export function useSaveHours({ id, isMe }: Person) {
  return useChange(({ hours, version }: { hours: WeekHours | null; version: number }) =>
    put(isMe ? '/session/hours' : `/staff/${id}/hours`, { hours }, StaffAvailability, { ifMatch: version }),
  );
}

export function useEnterLeave({ id, isMe }: Person) {
  return useChange((leave: EnterLeave) =>
    post(isMe ? '/session/leaves' : `/staff/${id}/leaves`, leave, StaffAvailability),
  );
}

export function useWithdrawLeave() {
  return useChange(({ id, isMine }: { id: string; isMine: boolean }) =>
    post(isMine ? `/session/leaves/${id}/withdraw` : `/leaves/${id}/withdraw`, {}, StaffAvailability),
  );
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  // Who is away changes the load of everybody's days.
  return useMutation({ mutationFn: ask, onSuccess: () => void client.invalidateQueries() });
}
