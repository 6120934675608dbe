import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { CustomerInScript, ForbiddenWords, ScriptList, ScriptView } from '#domain/scripts/contract.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['scripts'],
  one: (code: string) => ['scripts', 'one', code],
  words: ['scripts', 'words'],
} as const;

export function useScripts() {
  return useQuery({ queryKey: keys.all, queryFn: () => get('/scripts', ScriptList) });
}

export function useScript(code: string) {
  return useQuery({ queryKey: keys.one(code), queryFn: () => get(`/scripts/${code}`, ScriptView) });
}

export function useForbiddenWords() {
  return useQuery({ queryKey: keys.words, queryFn: () => get('/forbidden-words', ForbiddenWords) });
}

/** What the script asks of a customer; asked only once one is chosen. */
export function useCustomerInScript(customerId: string | null) {
  return useQuery({
    queryKey: [...keys.all, 'customer', customerId],
    enabled: customerId !== null,
    queryFn: () => get('/script-customers', CustomerInScript, { customerId }),
  });
}

interface Seen {
  code: string;
  /** The draft's version that was seen, 0 where there was none. */
  version: number;
}

export function useWriteDraft() {
  return useChange(({ code, version, definition }: Seen & { definition: ScriptDefinition }) =>
    put(`/scripts/${code}/draft`, { definition }, ScriptView, { ifMatch: version }),
  );
}

/** `leave` goes where the script is not shown: one that was never published is gone with its draft. */
export function useDiscardDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ code, version }: Seen & { leave: (() => Promise<void>) | null }) =>
      post(`/scripts/${code}/discard`, {}, z.object({}), { ifMatch: version }),
    onSuccess: async (_, { leave }) => {
      await leave?.();
      await client.invalidateQueries({ queryKey: keys.all });
    },
  });
}

export function useApproveScript() {
  return useChange(({ code, version }: Seen) =>
    post(`/scripts/${code}/approve`, {}, ScriptView, { ifMatch: version }),
  );
}

export function usePublishScript() {
  return useChange(({ code, version, note }: Seen & { note: string | null }) =>
    post(`/scripts/${code}/publish`, { note }, ScriptView, { ifMatch: version }),
  );
}

export function useSetForbiddenWords() {
  return useChange((items: string[]) => put('/forbidden-words', { items }, ForbiddenWords));
}

function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ask,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}
