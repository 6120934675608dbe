import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type {
  BlockTime,
  BookAppointment,
  CancelAppointment,
  ConfirmAppointment,
  MoveAppointment,
} from '#domain/appointments/contract.ts';
import {
  Appointment,
  AppointmentList,
  Book,
  FreeTimes,
  TimeBlockList,
} from '#domain/appointments/contract.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useBook(question: { clinicId: string; from: CalendarDate; days: number }) {
  return useQuery({
    queryKey: ['appointments', 'book', question],
    queryFn: () => get('/appointments/book', Book, question),
    placeholderData: keepPreviousData,
    // Another desk books as well.
    refetchInterval: 30_000,
  });
}

export function useFreeTimes(
  question: {
    clinicId: string;
    from: CalendarDate;
    minutes: number;
    doctorId?: string | undefined;
    kindId?: string | undefined;
  },
  isAsked: boolean,
) {
  return useQuery({
    queryKey: ['appointments', 'free', question],
    queryFn: () => get('/appointments/free', FreeTimes, { ...question, days: 7 }),
    enabled: isAsked,
  });
}

export function useAppointmentsOf(customerId: string) {
  return useQuery({
    queryKey: ['appointments', 'of', customerId],
    queryFn: () => get(`/customers/${customerId}/appointments`, AppointmentList),
  });
}

type Versioned = Pick<Appointment, 'id' | 'version'>;

export function useBookAppointment() {
  return useChange((booking: z.input<typeof BookAppointment>) => post('/appointments', booking, Appointment));
}

export function useMoveAppointment() {
  return useChange(({ id, version, ...place }: z.input<typeof MoveAppointment> & Versioned) =>
    post(`/appointments/${id}/move`, place, Appointment, { ifMatch: version }),
  );
}

export function useCancelAppointment() {
  return useChange(({ id, version, ...why }: z.input<typeof CancelAppointment> & Versioned) =>
    post(`/appointments/${id}/cancel`, why, Appointment, { ifMatch: version }),
  );
}

export function useConfirmAppointment() {
  return useChange(({ id, version, ...said }: z.input<typeof ConfirmAppointment> & Versioned) =>
    post(`/appointments/${id}/confirm`, said, Appointment, { ifMatch: version }),
  );
}

/** Given up, or taken back. */
export function useEndAppointment(how: 'miss' | 'restore') {
  return useChange(({ id, version }: Versioned) =>
    post(`/appointments/${id}/${how}`, {}, Appointment, { ifMatch: version }),
  );
}

export function useBlockTime() {
  return useChange((wish: z.input<typeof BlockTime>) => post('/time-blocks', wish, TimeBlockList));
}

export function useFreeBlock() {
  return useChange(({ id, isWholeSeries }: { id: string; isWholeSeries: boolean }) =>
    post(`/time-blocks/${id}/free`, { isWholeSeries }, z.object({ count: z.int() })),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
