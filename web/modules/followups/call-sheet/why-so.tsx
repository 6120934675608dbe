import { Button } from 'antd';
import { useState } from 'react';
import type { FollowupHistory } from '#domain/followups/change.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useFollowupHistory } from '../api.ts';
import { placeWords } from '../place-words.ts';

/** Why a followup is whose it is and on which day, and what became of it since it was planned; asked for, not shown. */
export function WhySo({ followupId, clinicId }: { followupId: string; clinicId: string }) {
  const say = useWords(placeWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? 'less' : 'why')}
      </Button>
      {isOpen && <Reasons followupId={followupId} clinicId={clinicId} />}
    </>
  );
}

function Reasons({ followupId, clinicId }: { followupId: string; clinicId: string }) {
  const history = useFollowupHistory(followupId);
  return <Loaded of={history}>{(history) => <Told history={history} clinicId={clinicId} />}</Loaded>;
}

function Told({ history, clinicId }: { history: FollowupHistory; clinicId: string }) {
  const say = useWords(placeWords);
  const dates = useDates(clinicId);
  const { because, dueByProtocol, dueAt, changes } = history;
  const name = (known: string | null) => known ?? say('nobody');
  const changeText = ({ kind, fromName, toName, dueBefore, dueAfter }: (typeof changes)[number]) => {
    if (dueBefore && dueAfter)
      return say(kind, { from: dates.dayOfInstant(dueBefore), to: dates.dayOfInstant(dueAfter) });
    return say(kind, { from: name(fromName), to: name(toName) });
  };
  return (
    <ul className="why-so">
      <li>
        {because
          ? say(`because.${because.code}`, { name: name(because.insteadOfName) })
          : say('because.plan')}
      </li>
      <li>
        {dueByProtocol
          ? say('day.moved', { from: dates.dayOfInstant(dueByProtocol), to: dates.dayOfInstant(dueAt) })
          : say('day.plan', { day: dates.dayOfInstant(dueAt) })}
      </li>
      {changes.map((change) => (
        <li key={change.id} className="soft">
          {dates.shortDateTime(change.at)} {changeText(change)}
          {change.byName && ` · ${change.byName}`}
          {change.isUndone && ` · ${say('undone')}`}
        </li>
      ))}
    </ul>
  );
}
