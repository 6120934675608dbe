import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CalendarDate } from '#domain/base/time.ts';
import {
  EnteredPaperLine,
  PaperLine,
  PaperSheets,
  PrintedSheets,
  type EnterPaperLine,
  type MakePaperSheets,
  type PrintPaperSheets,
} from '#domain/papersheets/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function usePaperSheets(clinicId: string, day?: CalendarDate) {
  return useQuery({
    queryKey: ['paper-sheets', clinicId, day ?? 'next'],
    queryFn: () => get('/paper-sheets', PaperSheets, { clinicId, day }),
    // They lie ready in the evening, also for who has had the page open all day.
    refetchInterval: 300_000,
  });
}

export function useMakeSheets() {
  return useChange((of: z.input<typeof MakePaperSheets>) => post('/paper-sheets', of, PaperSheets));
}

export function usePrintSheets() {
  return useChange((wanted: z.input<typeof PrintPaperSheets>) =>
    post('/paper-sheets/print', wanted, PrintedSheets),
  );
}

export function useFindLine() {
  return useMutation({ mutationFn: (code: string) => get('/paper-lines', PaperLine, { code }) });
}

export function useEnterLine() {
  return useChange(({ id, ...entry }: z.input<typeof EnterPaperLine> & { id: string }) =>
    post(`/paper-lines/${id}/enter`, entry, EnteredPaperLine),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['paper-sheets'] }),
  });
}
