import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { AuditEntry, StaffMember } from '#domain/staff/contract.ts';
import { get } from '#web/lib/http.ts';

export const AuditFilter = z.object({
  ...pageQuery,
  action: z.string().optional(),
  actorId: z.string().optional(),
  subjectId: z.string().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export function useAudit(filter: AuditFilter) {
  return useQuery({
    queryKey: ['audit', filter],
    queryFn: () => get('/audit', pageOf(AuditEntry), filter),
    placeholderData: keepPreviousData,
  });
}

/** Those whose deeds can be asked for. */
export function useActors() {
  return useQuery({
    queryKey: ['staff'],
    queryFn: () => get('/staff', z.object({ items: z.array(StaffMember) })),
  });
}
