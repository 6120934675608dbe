import { Button, DatePicker } from 'antd';
import { useState } from 'react';
import { addDays, dayAt, instantAt } from '#domain/base/time.ts';
import type { HuddleLine } from '#domain/huddles/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useAssignLine } from './api.ts';
import { huddleWords } from './words.ts';

interface AssignAllProps {
  clinicId: string;
  kind: string;
  lines: readonly HuddleLine[];
  people: readonly Colleague[];
}

/** One person takes everything of a kind that nobody has yet. */
export function AssignAll({ clinicId, kind, lines, people }: AssignAllProps) {
  const say = useWords(huddleWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const assign = useAssignLine();
  const now = useNow();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [at, setAt] = useState(() => pickable(`${addDays(dayAt(now, dates.zone), 1)}T12:00`));
  const [isBusy, setBusy] = useState(false);
  const open = lines.filter(({ ownerId, closedAt }) => ownerId === null && closedAt === null);
  if (open.length < 2) return null;

  const save = async () => {
    if (!ownerId) return;
    setBusy(true);
    const dueAt = instantAt(pickedWallTime(at), dates.zone);
    try {
      for (const { id, version } of open) await assign.mutateAsync({ id, version, ownerId, dueAt });
      tell.done(say('assign.all.done', { count: open.length }));
    } catch (error) {
      tell.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="line no-print huddle-all">
      <span className="soft">{say('assign.all', { count: open.length })}</span>
      <PersonSelect
        people={people}
        size="small"
        style={{ width: 170 }}
        aria-label={`${say('owner')} ${kind}`}
        placeholder={say('owner')}
        value={ownerId}
        onChange={setOwnerId}
      />
      <DatePicker
        size="small"
        allowClear={false}
        showTime={{ format: 'HH:mm', minuteStep: 15 }}
        format="MM-DD HH:mm"
        aria-label={`${say('due')} ${kind}`}
        value={at}
        onChange={(picked) => picked && setAt(picked)}
      />
      <Button size="small" disabled={!ownerId} loading={isBusy} onClick={() => void save()}>
        {say('assign')}
      </Button>
    </div>
  );
}
