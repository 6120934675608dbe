import { Modal } from 'antd';
import { useState } from 'react';
import type { AskDecision, DecisionPreview } from '#domain/capacity/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useDecide, usePreview } from './api.ts';
import { capacityWords } from './words.ts';

interface DecideDialogProps {
  asked: AskDecision;
  colleagues: readonly Colleague[];
  onClose: () => void;
}

/** What a decision would change, shown before it is taken. */
export function DecideDialog({ asked, colleagues, onClose }: DecideDialogProps) {
  const say = useWords(capacityWords);
  const tell = useTell();
  const [toId, setToId] = useState<string | null>(null);
  const wish = { ...asked, toId: asked.kind === 'lend' ? toId : null };
  const preview = usePreview(wish);
  const decide = useDecide();
  const count = preview.data?.changes.length ?? 0;
  const confirm = async () => {
    try {
      const { changed } = await decide.mutateAsync(wish);
      tell.done(say('done', { count: changed }));
      onClose();
    } catch {
      // Said below.
    }
  };

  return (
    <Modal
      open
      width={600}
      title={say('preview.title', { deed: say(asked.kind) })}
      okText={say(`do.${asked.kind}`)}
      okButtonProps={{ disabled: count === 0, danger: asked.kind === 'drop', loading: decide.isPending }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      <div className="decide-dialog">
        <p className="soft">{say(`${asked.kind}.hint`)}</p>
        {asked.kind === 'lend' && (
          <PersonSelect
            aria-label={say('lend.to')}
            placeholder={say('lend.to')}
            style={{ width: '100%' }}
            value={toId}
            people={colleagues.filter(({ id }) => id !== asked.staffId)}
            onChange={setToId}
          />
        )}
        {(asked.kind !== 'lend' || toId !== null) && (
          <Loaded of={preview}>{(preview) => <Preview preview={preview} />}</Loaded>
        )}
        {decide.error && <ErrorMessage error={decide.error} />}
      </div>
    </Modal>
  );
}

function Preview({ preview }: { preview: DecisionPreview }) {
  const say = useWords(capacityWords);
  const wording = useWording();
  const dates = useDates();
  const { changes, hindered, days } = preview;
  const changeText = ({ customerName: customer, stepName, toDay, toName }: (typeof changes)[number]) => {
    const step = wording(stepName);
    if (toName !== null) return say('preview.lent', { customer, step, name: toName });
    if (toDay !== null) return say('preview.moved', { customer, step, day: dates.dayWithWeekday(toDay) });
    return say('preview.dropped', { customer, step });
  };
  return (
    <>
      {changes.length === 0 && <p>{say('preview.nothing')}</p>}
      {changes.length > 0 && (
        <>
          <h3>{say('preview.days')}</h3>
          <ul>
            {days.map(({ staffId, name, day, capacity, before, after }) => (
              <li key={`${staffId} ${day}`}>
                {say('preview.day', { name, day: dates.shortDay(day), before, after, capacity })}
              </li>
            ))}
          </ul>
          <h3>{say('preview.changes', { count: changes.length })}</h3>
          <ul>
            {changes.map((change) => (
              <li key={change.followupId}>{changeText(change)}</li>
            ))}
          </ul>
        </>
      )}
      {hindered.length > 0 && (
        <>
          <h3>{say('preview.hindered', { count: hindered.length })}</h3>
          <ul>
            {hindered.map(({ followupId, customerName, why }) => (
              <li key={followupId}>
                {say('hindered.one', { customer: customerName, why: say(`why.${why}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
