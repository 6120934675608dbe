import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ContactBudgetView, type ContactBudget } from '#domain/contacts/contract.ts';
import { RetryPolicyView, type RetryPolicy } from '#domain/followups/retry-policy.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useContactBudget() {
  return useQuery({
    queryKey: ['contact-rules', 'budget'],
    queryFn: () => get('/contact-budget', ContactBudgetView),
  });
}

/** Also after a refusal everything is read again: then somebody was quicker, and the page has to show it. */
export function usePublishContactBudget() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ budget, version }: { budget: ContactBudget; version: number }) =>
      post('/contact-budget', { budget }, ContactBudgetView, { ifMatch: version }),
    onSettled: () => void client.invalidateQueries(),
  });
}

export function useRetryPolicy() {
  return useQuery({
    queryKey: ['contact-rules', 'retry'],
    queryFn: () => get('/retry-policy', RetryPolicyView),
  });
}

export function usePublishRetryPolicy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ policy, version }: { policy: RetryPolicy; version: number }) =>
      post('/retry-policy', { policy }, RetryPolicyView, { ifMatch: version }),
    onSettled: () => void client.invalidateQueries(),
  });
}
