import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  Consultation,
  ConsultationPage,
  CustomerConsultations,
  Outcomes,
  WhyNotView,
  type AskOutcomes,
  type EditConsultation,
  type ListConsultations,
  type OpenConsultation,
  type PublishWhyNot,
} from '#domain/consultations/contract.ts';
import { get, patch, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useConsultationsOf(customerId: string) {
  return useQuery({
    queryKey: ['consultations', 'of', customerId],
    queryFn: () => get(`/customers/${customerId}/consultations`, CustomerConsultations),
  });
}

export function useConsultations(filter: z.output<typeof ListConsultations>) {
  return useQuery({
    queryKey: ['consultations', 'list', filter] as const,
    queryFn: () => get('/consultations', ConsultationPage, filter),
    // The next page may wait behind the last one; closed ones behind open ones would say what is not so.
    placeholderData: (before, query) => (query?.queryKey[2].state === filter.state ? before : undefined),
  });
}

export function useOutcomes(asked: z.output<typeof AskOutcomes>) {
  return useQuery({
    queryKey: ['consultations', 'outcomes', asked],
    queryFn: () => get('/consultations/outcomes', Outcomes, asked),
    placeholderData: keepPreviousData,
  });
}

export function useWhyNot() {
  return useQuery({
    queryKey: ['consultations', 'why-not'],
    queryFn: () => get('/consultations/why-not', WhyNotView),
  });
}

export function useOpenConsultation() {
  return useChange(({ customerId, ...input }: z.input<typeof OpenConsultation> & { customerId: string }) =>
    post(`/customers/${customerId}/consultations`, input, Consultation),
  );
}

export function useEditConsultation(id: string) {
  return useChange(
    ({ version, change }: { version: number | undefined; change: z.input<typeof EditConsultation> }) =>
      patch(`/consultations/${id}`, change, Consultation, { ifMatch: version }),
  );
}

export function useCloseConsultation(id: string) {
  return useChange(({ version, isDepositPaid }: { version: number; isDepositPaid: boolean }) =>
    post(`/consultations/${id}/close`, { isDepositPaid }, Consultation, { ifMatch: version }),
  );
}

export function useReopenConsultation({ id, version }: Pick<Consultation, 'id' | 'version'>) {
  return useChange((reason: string) =>
    post(`/consultations/${id}/reopen`, { reason }, Consultation, { ifMatch: version }),
  );
}

export function usePublishWhyNot() {
  return useChange(({ version, items }: { version: number | undefined } & z.input<typeof PublishWhyNot>) =>
    post('/consultations/why-not', { items }, WhyNotView, { ifMatch: version }),
  );
}

/** A consultation changes the record, its timeline, its account and today's lists. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
