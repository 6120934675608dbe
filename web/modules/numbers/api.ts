import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { BrokenNumbers, RepairedNumber, TakenRepair, UndoneRepair } from '#domain/numbers/contract.ts';
import type { RepairNumber } from '#domain/numbers/contract.ts';
import type { NumberFault } from '#domain/numbers/number-fault.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

interface Asked {
  fault: NumberFault | undefined;
  clinicId: string | undefined;
  page: number;
  pageSize: number;
}

export function useBrokenNumbers(asked: Asked) {
  return useQuery({
    queryKey: ['numbers', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/numbers', BrokenNumbers, { ...asked }),
  });
}

export function useTakeRepair() {
  return useChange(({ customerId, takes }: { customerId: string; takes: boolean }) =>
    post(`/numbers/${takes ? 'take' : 'leave'}`, { customerId }, TakenRepair),
  );
}

export function useRepairNumber() {
  return useChange((repair: RepairNumber) => post('/numbers/repair', repair, RepairedNumber));
}

export function useUndoRepair() {
  return useChange((id: string) => post(`/numbers/${id}/undo`, {}, UndoneRepair));
}

/** A number that works brings followups back to everybody's lists. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
