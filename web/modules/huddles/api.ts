import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CalendarDate } from '#domain/base/time.ts';
import { Huddle, HuddleLine, type AssignLine } from '#domain/huddles/contract.ts';
import type { HuddleKind } from '#domain/huddles/pack.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useHuddle(question: { clinicId: string; kind: HuddleKind; day?: CalendarDate | undefined }) {
  return useQuery({
    queryKey: ['huddles', question],
    queryFn: () => get('/huddles', Huddle, question),
  });
}

export function useMakeHuddle() {
  return useChange((input: { clinicId: string; kind: HuddleKind }) => post('/huddles', input, Huddle));
}

export function useFinishHuddle() {
  return useChange((id: string) => post(`/huddles/${id}/finish`, {}, Huddle));
}

type Versioned = Pick<HuddleLine, 'id' | 'version'>;

export function useAssignLine() {
  return useChange(({ id, version, ...to }: z.input<typeof AssignLine> & Versioned) =>
    post(`/huddle-lines/${id}/assign`, to, HuddleLine, { ifMatch: version }),
  );
}

export function useCloseLine() {
  return useChange(({ id, version, outcome }: { outcome: string } & Versioned) =>
    post(`/huddle-lines/${id}/close`, { outcome }, HuddleLine, { ifMatch: version }),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['huddles'] }),
  });
}
