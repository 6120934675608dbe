import { Button } from 'antd';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useDoorCalls, useDoorCallSeen } from './api.ts';
import { receptionWords } from './words.ts';

/** Who scanned the code at the door and was not placed: somebody of the desk goes to them. */
export function DoorCallList({ clinicId }: { clinicId: string }) {
  const say = useWords(receptionWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const mayWrite = useMay('visits.write');
  const seen = useDoorCallSeen();
  const calls = useDoorCalls(clinicId).data?.items ?? [];
  if (calls.length === 0) return null;
  return (
    <section aria-label={say('door.title')} className="desk-list" role="alert">
      <h2>
        {say('door.title')} <span className="soft">{calls.length}</span>
      </h2>
      <ul>
        {calls.map(({ id, at, name, digits }) => (
          <li key={id}>
            <span>
              {say('door.said', { name, digits })} <span className="soft">{dates.time(at)}</span>
            </span>
            {mayWrite && (
              <Button size="small" onClick={() => seen.mutate(id, { onError: tell.failed })}>
                {say('door.seen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
