import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { MessagePage, QueuedMessage } from '#domain/messaging/contract.ts';
import type { ListMessages, SettleMessage } from '#domain/messaging/contract.ts';
import { get, post } from '#web/lib/http.ts';

const keys = {
  all: ['messages'],
  list: (filter: object) => ['messages', 'list', filter],
} as const;

export function useMessages(filter: Partial<ListMessages>) {
  return useQuery({
    queryKey: keys.list(filter),
    queryFn: () => get('/messages', MessagePage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useSettleMessage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...said }: z.input<typeof SettleMessage> & { id: string }) =>
      post(`/messages/${id}/settle`, said, QueuedMessage),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
