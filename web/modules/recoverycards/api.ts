import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { RecoveryCard } from '#domain/recoverycards/card.ts';
import { CardList, CardView } from '#domain/recoverycards/contract.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = { all: ['recovery-cards'], one: (code: string) => ['recovery-cards', code] } as const;

export function useCards() {
  return useQuery({ queryKey: keys.all, queryFn: () => get('/recovery-cards', CardList) });
}

export function useCard(code: string) {
  return useQuery({ queryKey: keys.one(code), queryFn: () => get(`/recovery-cards/${code}`, CardView) });
}

interface Seen {
  code: string;
  /** How often the waiting text had been written on, 0 where there was none. */
  version: number;
}

export function useWriteCard() {
  return useChange(({ code, version, definition }: Seen & { definition: RecoveryCard }) =>
    put(`/recovery-cards/${code}`, { definition }, CardView, { ifMatch: version }),
  );
}

export function useApproveCard() {
  return useChange(({ code, version }: Seen) =>
    post(`/recovery-cards/${code}/approve`, {}, CardView, { ifMatch: version }),
  );
}

export function useDiscardCard() {
  return useChange(({ code, version }: Seen) =>
    post(`/recovery-cards/${code}/discard`, {}, z.object({}), { ifMatch: version }),
  );
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
