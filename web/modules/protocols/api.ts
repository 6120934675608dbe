import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ProtocolList, type Protocol } from '#domain/followups/contract.ts';
import { get } from '#web/lib/http.ts';

export function useProtocols() {
  return useQuery({ queryKey: ['protocols'], queryFn: () => get('/protocols', ProtocolList) });
}

type Published = z.infer<typeof Protocol>;

/** Those that make followups today before those whose event nothing tells of yet. */
export function liveFirst(protocols: readonly Published[]): Published[] {
  return protocols.toSorted((one, other) => Number(other.eventIsAnnounced) - Number(one.eventIsAnnounced));
}

/** Whether its name or one of its steps, in either language, holds what somebody looks for. */
export function protocolFits({ definition }: Published, search: string): boolean {
  const names = [definition.name, ...definition.steps.map((step) => step.name)];
  const text = names.map(({ zh, en }) => `${zh} ${en}`).join(' ');
  return text.toLowerCase().includes(search.trim().toLowerCase());
}
