import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DisconnectOutlined } from '@ant-design/icons';
import { useEffect } from 'react';
import { connection } from '#web/lib/connection.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useWords } from '#web/lib/words.ts';
import { appWords } from './words.ts';

/** Says plainly that the server does not answer, asks it again every few seconds, and reads anew when it does. */
export function ConnectionBanner() {
  const say = useWords(appWords);
  const client = useQueryClient();
  const lost = useSignal(connection) === 'lost';
  const answers = useQuery({
    queryKey: ['health'],
    enabled: lost,
    retry: false,
    refetchInterval: 3_000,
    queryFn: async () => (await fetch('/api/health')).ok,
  });

  useEffect(() => {
    if (!lost || !answers.data) return;
    connection.set('fine');
    client.removeQueries({ queryKey: ['health'] });
    void client.invalidateQueries();
  }, [lost, answers.data, client]);

  if (!lost) return null;
  return (
    <div className="connection-banner" role="alert">
      <DisconnectOutlined /> {say('lost')}
    </div>
  );
}
