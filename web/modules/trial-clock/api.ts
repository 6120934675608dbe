import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { InstallationState, type SetTrialClock } from '#domain/staff/contract.ts';
import { post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useSetTrialClock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof SetTrialClock>) => post('/trial-clock', input, InstallationState),
    // Another hour changes every list there is.
    onSuccess: () => client.invalidateQueries(),
  });
}
