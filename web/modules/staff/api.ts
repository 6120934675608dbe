import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import {
  ApiKey,
  Clinic,
  Invitation,
  NewApiKey,
  StaffMember,
  Team,
  type CreateApiKey,
  type CreateClinic,
  type CreateTeam,
  type EditClinic,
  type EditStaff,
  type EditTeam,
  type InviteStaff,
} from '#domain/staff/contract.ts';
import { get, patch, post } from '#web/lib/http.ts';
import { sessionKey } from '#web/lib/me.ts';
import { useMutation } from '#web/lib/mutation.ts';

const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const keys = { staff: ['staff'], clinics: ['clinics'], teams: ['teams'], apiKeys: ['api-keys'] } as const;

export interface Edit<T> {
  id: string;
  version: number | undefined;
  change: T;
}

export function useStaff() {
  return useQuery({ queryKey: keys.staff, queryFn: () => get('/staff', listOf(StaffMember)) });
}

export function useClinics() {
  return useQuery({ queryKey: keys.clinics, queryFn: () => get('/clinics', listOf(Clinic)) });
}

export function useTeams() {
  return useQuery({ queryKey: keys.teams, queryFn: () => get('/teams', listOf(Team)) });
}

export function useApiKeys() {
  return useQuery({ queryKey: keys.apiKeys, queryFn: () => get('/api-keys', listOf(ApiKey)) });
}

export function useInviteStaff() {
  return useStaffChange((input: z.input<typeof InviteStaff>) => post('/staff', input, Invitation));
}

export function useEditStaff() {
  return useStaffChange(({ id, version, change }: Edit<EditStaff>) =>
    patch(`/staff/${id}`, change, StaffMember, { ifMatch: version }),
  );
}

export function useDisableStaff() {
  return useStaffChange((id: string) => post(`/staff/${id}/disable`, {}, StaffMember));
}

export function useEnableStaff() {
  return useStaffChange((id: string) => post(`/staff/${id}/enable`, {}, StaffMember));
}

export function useInviteAgain() {
  return useStaffChange((id: string) => post(`/staff/${id}/invite-again`, {}, Invitation));
}

export function useCreateClinic() {
  return useClinicChange((input: z.input<typeof CreateClinic>) => post('/clinics', input, Clinic));
}

export function useEditClinic() {
  return useClinicChange(({ id, version, change }: Edit<z.infer<typeof EditClinic>>) =>
    patch(`/clinics/${id}`, change, Clinic, { ifMatch: version }),
  );
}

export function useEditTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: Edit<z.infer<typeof EditTeam>>) =>
      patch(`/teams/${id}`, change, Team, { ifMatch: version }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.teams }),
  });
}

export function useCreateTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof CreateTeam>) => post('/teams', input, Team),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.teams }),
  });
}

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CreateApiKey) => post('/api-keys', input, NewApiKey),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/api-keys/${id}/revoke`, {}, ApiKey),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  });
}

/** Who edits themselves stands in the session as well. */
function useStaffChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  return useSeenInSession(keys.staff, change);
}

/** The clinics also stand in the switcher of the header, which reads the session. */
function useClinicChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  return useSeenInSession(keys.clinics, change);
}

function useSeenInSession<Input, Output>(
  queryKey: readonly string[],
  change: (input: Input) => Promise<Output>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey }),
        client.invalidateQueries({ queryKey: sessionKey }),
      ]),
  });
}
