import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import type { AcceptInvitation, ChangePassword, SignIn } from '#domain/staff/contract.ts';
import {
  DemoSignIns,
  InstallationState,
  InvitationView,
  Me,
  type OpenOrganization,
} from '#domain/staff/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { hearServerNow } from '#web/lib/clock.ts';
import { sessionEnded } from '#web/lib/connection.ts';
import { del, get, post } from '#web/lib/http.ts';
import { dropAll } from '#web/lib/local-database.ts';
import { sessionKey } from '#web/lib/me.ts';
import { useMutation } from '#web/lib/mutation.ts';

const done = z.object({});

export function useInstallation() {
  return useQuery({ queryKey: ['installation'], queryFn: () => get('/installation', InstallationState) });
}

/** Who is signed in, or null. Asked again every minute, which also keeps the server's clock in step. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    refetchInterval: 60_000,
    queryFn: async ({ client }) => {
      const me = await askMe();
      const before = client.getQueryData<Me | null>(sessionKey);
      if (me || !before) return me;
      // Somebody was signed in here: their page stays until they are again.
      sessionEnded.set(true);
      return before;
    },
  });
}

async function askMe(): Promise<Me | null> {
  try {
    const me = await get('/session', Me);
    hearServerNow(me.clock.now);
    return me;
  } catch (error) {
    if (isApiError(error) && error.status === 401) {
      // Who is not signed in reads no list here either; what was written down waits for who comes back.
      await dropAll('lists');
      return null;
    }
    throw error;
  }
}

/** Takes about a minute; the page waits for it. */
export function useFillDemo() {
  return useMutation({ mutationFn: () => post('/demo', {}, DemoSignIns) });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof SignIn>) => post('/session', input, Me),
    onSuccess: (me) => enter(client, me),
  });
}

export function useOpenOrganization() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: OpenOrganization) => post('/organizations', input, Me),
    onSuccess: (me) => {
      client.setQueryData<InstallationState>(
        ['installation'],
        (state) => state && { ...state, empty: false },
      );
      return enter(client, me);
    },
  });
}

export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => post('/invitations/look', { token }, InvitationView),
    retry: false,
    staleTime: Infinity,
  });
}

export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: z.input<typeof AcceptInvitation>) => post('/invitations/accept', input, Me),
    onSuccess: (me) => enter(client, me),
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (input: z.input<typeof ChangePassword>) => post('/session/password', input, done),
  });
}

export function useSignOut() {
  return useMutation({
    mutationFn: () => del('/session', {}, done),
    // A fresh page: nothing of one person may be left in memory, or on the disk, for the next.
    onSuccess: async () => {
      await Promise.all([dropAll('lists'), dropAll('arrivals')]);
      location.assign('/');
    },
  });
}

/** The same person goes on where they were; for another one the page starts anew. */
async function enter(client: QueryClient, me: Me): Promise<void> {
  const before = client.getQueryData<Me | null>(sessionKey);
  if (before && before.staffId !== me.staffId) return location.reload();
  hearServerNow(me.clock.now);
  sessionEnded.set(false);
  client.setQueryData(sessionKey, me);
  // An invitation that has just been accepted is no longer there to be asked for.
  await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' });
}
