import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { OfferAnswered, Waitlist, WaitlistWish } from '#domain/waitlist/contract.ts';
import type { AddWish } from '#domain/waitlist/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useWaitlist(clinicId: string) {
  return useQuery({
    queryKey: ['waitlist', clinicId],
    queryFn: () => get('/waitlist', Waitlist, { clinicId }),
    // Answers by link come in by themselves.
    refetchInterval: 30_000,
  });
}

export function useAddWish() {
  return useChange((wish: z.input<typeof AddWish>) => post('/waitlist', wish, WaitlistWish));
}

export function useWithdrawWish() {
  return useChange(({ id, version, reason }: Pick<WaitlistWish, 'id' | 'version'> & { reason: string }) =>
    post(`/waitlist/${id}/withdraw`, { reason }, WaitlistWish, { ifMatch: version }),
  );
}

export function useAnswerOffer() {
  return useChange(({ id, answer }: { id: string; answer: 'accepted' | 'declined' }) =>
    post(`/waitlist/offers/${id}/answer`, { answer }, OfferAnswered),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries() });
}
