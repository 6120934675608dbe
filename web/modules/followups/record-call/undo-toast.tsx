import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useUndoCall } from '../api.ts';
import { keepDraft } from '../drafts.ts';
import { followupsWords } from '../words.ts';
import type { SavedCall } from './use-save-call.ts';
import './record-call.css';

const shownSeconds = 10;

interface UndoToastProps {
  call: SavedCall;
  onGone: () => void;
  /** Taken back: the customer is open again, with everything as it was typed. */
  onUndone: (customerId: string) => void;
}

/** For ten seconds after a call was saved: what follows, and a way to take it back. */
export function UndoToast({ call, onGone, onUndone }: UndoToastProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const tell = useTell();
  const undo = useUndoCall();
  const [left, setLeft] = useState(shownSeconds);
  const { recorded, customer, draft } = call;

  useEffect(() => {
    if (left === 0) onGone();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, onGone]);

  const takeBack = async () => {
    try {
      await undo.mutateAsync({ callId: recorded.callId, customerId: customer.id });
      keepDraft(customer.id, { ...draft, startedOn: {}, startedAt: null });
      onUndone(customer.id);
    } catch (error) {
      tell.failed(error);
    }
    onGone();
  };
  useKeys({ u: () => void takeBack() });

  return (
    <div className="undo-toast" role="status">
      <span>
        <b>{customer.name}</b> · {draft.result && sayFollowup(`result.${draft.result}`)}
        <Next call={call} />
      </span>
      <Button ghost icon={<UndoOutlined />} loading={undo.isPending} onClick={() => void takeBack()}>
        {say('undo', { count: left })}
      </Button>
    </div>
  );
}

function Next({ call }: { call: SavedCall }) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const { followups, doctorCallsBy } = call.recorded;
  const dates = useDates(followups[0]?.clinicId);
  const retry = followups
    .flatMap(({ nextTryAt: at, nextChannel }) => (at ? [{ at, channel: nextChannel ?? 'phone' }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  if (doctorCallsBy)
    return <span> · {say('follows.doctor', { at: dates.shortDateTime(doctorCallsBy) })}</span>;
  if (retry) {
    const way = sayClinic(`channel.${retry.channel}`);
    return <span> · {say('follows.retry', { at: dates.shortDateTime(retry.at), way })}</span>;
  }
  if (followups.some(({ escalation }) => escalation)) return <span> · {say('follows.escalate')}</span>;
  return null;
}
