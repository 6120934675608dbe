import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  Handover,
  HandoverNotice,
  LeftOwners,
  NewCustomerPage,
  OwnedCounts,
  PlacedCustomers,
  TransferPreview,
  TransferredPart,
  type PlaceCustomers,
  type PreviewTransfer,
  type TransferCustomers,
} from '#domain/handovers/contract.ts';
import { get, post } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const keys = {
  all: ['handovers'],
  one: (id: string) => ['handovers', 'customer', id],
} as const;

export function useHandover(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: () => get(`/customers/${id}/handover`, Handover),
  });
}

/** What whoever calls has to know as long as the new owner has not read it. */
export function useHandoverNotice(id: string, mayRead: boolean) {
  return useQuery({
    queryKey: [...keys.one(id), 'notice'],
    enabled: mayRead,
    queryFn: () => get(`/customers/${id}/handover-notice`, HandoverNotice),
  });
}

export function useReadHandover(id: string) {
  return useChange(() => post(`/customers/${id}/handover/read`, {}, Handover));
}

export function useNewCustomers(page: { page: number; pageSize: number }) {
  return useQuery({
    queryKey: [...keys.all, 'new', page],
    queryFn: () => get('/handovers/new', NewCustomerPage, page),
  });
}

/** What would happen; asked anew each time somebody is about to do it. */
export function useTransferPreview(wish: PreviewTransfer | null) {
  return useQuery({
    queryKey: [...keys.all, 'preview', wish],
    enabled: wish !== null,
    gcTime: 0,
    queryFn: () => post('/handovers/transfer/preview', wish, TransferPreview),
  });
}

/** One part of many; the pages are told when all are done. */
export function transferPart(part: z.input<typeof TransferCustomers>): Promise<TransferredPart> {
  return post('/handovers/transfer', part, TransferredPart);
}

export function useLeftOwners() {
  return useQuery({ queryKey: [...keys.all, 'left'], queryFn: () => get('/handovers/left', LeftOwners) });
}

/** How many customers somebody has who is about to lose their account. */
export function askOwnedCounts(staffId: string): Promise<OwnedCounts> {
  return get(`/handovers/owned-by/${staffId}`, OwnedCounts);
}

type Placing = Pick<PlaceCustomers, 'kind' | 'toIds'>;

export function usePlacingPreview(staffId: string, placing: Placing | null) {
  return useQuery({
    queryKey: [...keys.all, 'placing', staffId, placing],
    enabled: placing !== null,
    gcTime: 0,
    queryFn: () => post(`/handovers/left/${staffId}/preview`, placing, PlacedCustomers),
  });
}

export function usePlaceCustomers(staffId: string) {
  return useChange((placing: PlaceCustomers) =>
    post(`/handovers/left/${staffId}/place`, placing, PlacedCustomers),
  );
}

/** Who owns whom stands on nearly every page. */
function useChange<Input, Answer>(ask: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSettled: () => void client.invalidateQueries() });
}
