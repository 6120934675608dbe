import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  CustomerRecord,
  HealthWarning,
  KeptDiscreet,
  LatentProblem,
  NewlyMade,
  Photo,
  type AddPhone,
  type AddRelation,
  type EditPhoto,
  type EditProblem,
  type NoteProblem,
  type NoteWarning,
  type PhotoUpload,
  type SetDiscreet,
} from '#domain/records/contract.ts';
import {
  IncompletePage,
  IncompletePeople,
  type ListIncomplete,
} from '#domain/records/incomplete-contract.ts';
import { del, downloadAddress, get, patch, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const Nothing = z.object({});

/** All of a record that is no plain field. */
export function useRecord(id: string, mayRead: boolean) {
  return useQuery({
    queryKey: ['customers', id, 'record'],
    queryFn: () => get(`/customers/${id}/record`, CustomerRecord),
    enabled: mayRead,
  });
}

export function useIncomplete(asked: z.output<typeof ListIncomplete>) {
  return useQuery({
    queryKey: ['customers', 'incomplete', asked],
    placeholderData: keepPreviousData,
    queryFn: () => get('/records/incomplete', IncompletePage, asked),
  });
}

export function useIncompletePeople() {
  return useQuery({
    queryKey: ['customers', 'incomplete', 'people'],
    queryFn: () => get('/records/incomplete/people', IncompletePeople),
  });
}

/** Something of the record is written; the record, its timeline and the call sheet are asked anew. */
function useWrite<Input, Answer>(write: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => void client.invalidateQueries() });
}

export function useAddRelation(id: string) {
  return useWrite((input: z.input<typeof AddRelation>) =>
    post(`/customers/${id}/relations`, input, NewlyMade),
  );
}

export function useRemoveRelation(id: string) {
  return useWrite((relationId: string) => del(`/customers/${id}/relations/${relationId}`, {}, Nothing));
}

export function useAddPhone(id: string) {
  return useWrite((input: z.input<typeof AddPhone>) => post(`/customers/${id}/phones`, input, NewlyMade));
}

export function useRemovePhone(id: string) {
  return useWrite((phoneId: string) => del(`/customers/${id}/phones/${phoneId}`, {}, Nothing));
}

export function useAddProblem(id: string) {
  return useWrite((input: z.input<typeof NoteProblem>) =>
    post(`/customers/${id}/problems`, input, LatentProblem),
  );
}

export function useEditProblem(id: string) {
  return useWrite(({ problem, change }: { problem: LatentProblem; change: EditProblem }) =>
    patch(`/customers/${id}/problems/${problem.id}`, change, LatentProblem, { ifMatch: problem.version }),
  );
}

export function useNoteWarning(id: string) {
  return useWrite((told: NoteWarning) => post(`/customers/${id}/health-warnings`, told, HealthWarning));
}

export function useEndWarning(id: string) {
  return useWrite(({ warningId, reason }: { warningId: string; reason: string }) =>
    post(`/customers/${id}/health-warnings/${warningId}/end`, { reason }, HealthWarning),
  );
}

export function useUploadPhoto(id: string) {
  return useWrite(({ file, fields }: { file: Blob; fields: z.input<typeof PhotoUpload> }) => {
    const form = new FormData();
    // The fields first: the server reads a form in the order it comes.
    for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
    form.set('file', file);
    return post(`/customers/${id}/photos`, form, Photo);
  });
}

export function useEditPhoto(id: string) {
  return useWrite(({ photo, change }: { photo: Photo; change: EditPhoto }) =>
    patch(`/customers/${id}/photos/${photo.id}`, change, Photo, { ifMatch: photo.version }),
  );
}

export function useRemovePhoto(id: string) {
  return useWrite((photoId: string) => del(`/customers/${id}/photos/${photoId}`, {}, Nothing));
}

export function useSetDiscreet(id: string) {
  return useWrite(({ version, profile }: z.input<typeof SetDiscreet> & { version: number }) =>
    put(`/customers/${id}/discreet`, { profile }, KeptDiscreet, { ifMatch: version }),
  );
}

/** Each look at a picture is kept in the audit trail. */
export function pictureAddress(customerId: string, photoId: string, size: 'small' | 'full'): string {
  return downloadAddress(`/customers/${customerId}/photos/${photoId}/picture?size=${size}`);
}
