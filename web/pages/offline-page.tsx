import { useEffect, useState } from 'react';
import { useWaitForServer } from '#web/lib/wait-for-server.ts';
import { useWords } from '#web/lib/words.ts';
import { hearKeptClock, readLists } from '#web/modules/offline/kept-list.ts';
import type { KeptList } from '#web/modules/offline/kept-list.ts';
import { OfflineDesk } from '#web/modules/offline/offline-desk.tsx';
import { offlineWords } from '#web/modules/offline/words.ts';
import { Page } from '#web/ui/page.tsx';
import { ErrorState, LoadingState } from '#web/ui/states.tsx';

/** Opened while the server is out of reach: today's list, if this computer has it, and nothing else. */
export function OfflinePage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const say = useWords(offlineWords);
  useWaitForServer();
  const [lists, setLists] = useState<KeptList[] | null>(null);
  useEffect(() => {
    void readLists().then((lists) => {
      if (lists[0]) hearKeptClock(lists[0]);
      setLists(lists);
    });
  }, []);

  if (lists === null) return <LoadingState />;
  if (lists.length === 0) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <main className="offline-page">
      {lists.map((list) => (
        <Page key={list.clinicId} title={say('title')} about={`${list.clinicName} · ${list.day}`}>
          <OfflineDesk list={list} onCleared={() => setLists([])} />
        </Page>
      ))}
    </main>
  );
}
