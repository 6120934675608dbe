import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection } from './connection.ts';
import { useSignal } from './signal.ts';

const answers = async (): Promise<boolean> =>
  (await fetch('/api/health', { cache: 'no-store' }).catch(() => null))?.ok ?? false;

/** While the server does not answer it is asked every few seconds; when it does, everything is read anew. */
export function useWaitForServer(): { isLost: boolean } {
  const client = useQueryClient();
  const isLost = useSignal(connection) === 'lost';
  const asked = useQuery({
    queryKey: ['health'],
    enabled: isLost,
    retry: false,
    refetchInterval: 3_000,
    queryFn: answers,
  });

  useEffect(() => {
    if (!isLost || !asked.data) return;
    connection.set('fine');
    client.removeQueries({ queryKey: ['health'] });
    void client.invalidateQueries();
  }, [isLost, asked.data, client]);

  useEffect(() => {
    // The browser may be wrong: a clinic's server may stand in the house.
    const look = () => void answers().then((isThere) => isThere || connection.set('lost'));
    window.addEventListener('offline', look);
    return () => window.removeEventListener('offline', look);
  }, []);

  return { isLost };
}
