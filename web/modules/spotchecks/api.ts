import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ReviewedCall, SpotChecks, type ReviewCall } from '#domain/spotchecks/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useSpotChecks(day: string | undefined) {
  return useQuery({
    queryKey: ['spot-checks', day],
    queryFn: () => get('/spot-checks', SpotChecks, day === undefined ? {} : { day }),
    placeholderData: keepPreviousData,
  });
}

export function useReviewCall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ callId, ...review }: z.input<typeof ReviewCall> & { callId: string }) =>
      post(`/spot-checks/${callId}`, review, ReviewedCall),
    onSettled: () => client.invalidateQueries({ queryKey: ['spot-checks'] }),
  });
}
