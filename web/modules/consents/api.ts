import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ConsentsOfCustomer } from '#domain/consents/contract.ts';
import type { GiveConsent, WithdrawConsent } from '#domain/consents/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keyOf = (customerId: string) => ['consents', customerId];

export function useConsents(customerId: string) {
  return useQuery({
    queryKey: keyOf(customerId),
    queryFn: () => get(`/customers/${customerId}/consents`, ConsentsOfCustomer),
  });
}

export function useGiveConsent(customerId: string) {
  return useChange(customerId, (input: z.input<typeof GiveConsent>) =>
    post(`/customers/${customerId}/consents`, input, ConsentsOfCustomer),
  );
}

export function useWithdrawConsent(customerId: string) {
  return useChange(customerId, (input: z.input<typeof WithdrawConsent>) =>
    post(`/customers/${customerId}/consents/withdraw`, input, ConsentsOfCustomer),
  );
}

function useChange<Input>(customerId: string, ask: (input: Input) => Promise<ConsentsOfCustomer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: (now) => client.setQueryData(keyOf(customerId), now),
  });
}
