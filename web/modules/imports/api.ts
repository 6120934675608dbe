import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { z } from 'zod';
import { addMinutes } from '#domain/base/time.ts';
import {
  ImportBatch,
  ImportBatchPage,
  ImportNotes,
  type ImportUpload,
  type MapImport,
} from '#domain/exchange/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['imports'],
  list: (page: number, pageSize: number) => ['imports', 'list', page, pageSize],
  one: (id: string) => ['imports', 'one', id],
  notes: (id: string, page: number, pageSize: number) => ['imports', 'one', id, 'notes', page, pageSize],
} as const;

const isAtWork = (batch: ImportBatch | undefined) =>
  batch?.state === 'checking' || batch?.state === 'running';
const everySecond = 1_000;
const plansForMinutes = 10;

/** Followups are planned after the import itself: for a while their number still grows. */
export function isStillPlanning({ state, finishedAt, counts }: ImportBatch): boolean {
  if (state !== 'done' || finishedAt === null || !counts?.newVisits) return false;
  return serverNow() < addMinutes(finishedAt, plansForMinutes);
}

export function useImports(page: number, pageSize: number) {
  return useQuery({
    queryKey: keys.list(page, pageSize),
    queryFn: () => get('/imports', ImportBatchPage, { page, pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? 3 * everySecond : false),
  });
}

/** One import, watched while the server is at work on it. */
export function useImport(id: string) {
  const client = useQueryClient();
  const batch = useQuery({
    queryKey: keys.one(id),
    queryFn: () => get(`/imports/${id}`, ImportBatch),
    refetchInterval: ({ state: { data } }) => {
      if (isAtWork(data)) return everySecond;
      return data && isStillPlanning(data) ? 5 * everySecond : false;
    },
  });
  const state = batch.data?.state;
  // Customers, visits and followups have come or gone: every list is asked anew.
  useEffect(() => {
    if (state === 'done' || state === 'undone') void client.invalidateQueries({ refetchType: 'none' });
  }, [state, client]);
  return batch;
}

export function useImportNotes(id: string, page: number, pageSize: number) {
  return useQuery({
    queryKey: keys.notes(id, page, pageSize),
    queryFn: () => get(`/imports/${id}/notes`, ImportNotes, { page, pageSize }),
    placeholderData: keepPreviousData,
  });
}

export function useUpload() {
  return useImportStep(({ file, fields }: { file: File; fields: z.input<typeof ImportUpload> }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
    // Last, so that the server knows the fields before the file begins.
    form.set('file', file);
    return post('/imports', form, ImportBatch);
  });
}

export function useMapImport(id: string) {
  return useImportStep(({ mapping, version }: { mapping: z.input<typeof MapImport>; version: number }) =>
    put(`/imports/${id}/mapping`, mapping, ImportBatch, { ifMatch: version }),
  );
}

export function useRunImport(id: string) {
  return useImportStep(() => post(`/imports/${id}/run`, {}, ImportBatch));
}

export function useUndoImport(id: string) {
  return useImportStep(() => post(`/imports/${id}/undo`, {}, ImportBatch));
}

function useImportStep<Input = void>(step: (input: Input) => Promise<ImportBatch>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: async (batch) => {
      await client.invalidateQueries({ queryKey: keys.all });
      client.setQueryData(keys.one(batch.id), batch);
    },
  });
}
