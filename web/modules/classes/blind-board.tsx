import { UndoOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { BlindContact, ReviewList } from '#domain/classes/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useReviewContact } from './api.ts';
import { ClassChips } from './class-chips.tsx';
import { useClassKeys } from './class-keys.ts';
import { classesWords } from './words.ts';
import './classes.css';

/** The sample of a week, one contact at a time, without a word of how the desk classed it. */
export function BlindBoard({ list }: { list: ReviewList }) {
  const say = useWords(classesWords);
  const tell = useTell();
  const review = useReviewContact();
  const [lastId, setLastId] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  const { items, coded, total } = list;
  const last = items.find(({ id }) => id === lastId);
  const contact = again && last ? last : items.find(({ isCoded }) => !isCoded);

  const pick = (code: string) => {
    if (!contact || review.isPending) return;
    const onSuccess = () => {
      setLastId(contact.id);
      setAgain(false);
    };
    review.mutate({ id: contact.id, code }, { onSuccess, onError: tell.failed });
  };
  useClassKeys(contact?.stage ?? 'M', contact ? pick : null);
  useKeys({ u: () => setAgain(last !== undefined) });

  if (total === 0)
    return (
      <div className="panel">
        <EmptyState text={say('blind.none')} action={<span className="soft">{say('blind.none.why')}</span>} />
      </div>
    );
  return (
    <div className="rows">
      <div className="line">
        <Progress
          percent={Math.round((coded / total) * 100)}
          showInfo={false}
          style={{ width: 240 }}
          aria-label={say('coded')}
        />
        <span>{say('blind.progress', { coded, total })}</span>
        {last && !again && (
          <Button size="small" icon={<UndoOutlined />} onClick={() => setAgain(true)}>
            {say('blind.again')} <kbd className="wide-only">U</kbd>
          </Button>
        )}
      </div>
      {contact ? (
        <BlindCard contact={contact} busy={review.isPending} onPick={pick} />
      ) : (
        <div className="panel">
          <EmptyState text={say('blind.done')} />
        </div>
      )}
    </div>
  );
}

interface BlindCardProps {
  contact: BlindContact;
  busy: boolean;
  onPick: (code: string) => void;
}

function BlindCard({ contact, busy, onPick }: BlindCardProps) {
  const say = useWords(classesWords);
  const dates = useDates(contact.clinicId);
  const { customer, matter, channel, at, staffName, stage, coded } = contact;
  const age = customer.age === null ? '' : ` · ${say('age', { count: customer.age })}`;
  return (
    <article className="panel blind-card" aria-label={say('blind.question')}>
      <h2>
        {customer.name}
        <span className="soft">{age}</span>
      </h2>
      <blockquote className={matter ? '' : 'soft'}>{matter ?? say('matter.none')}</blockquote>
      <dl>
        <dt>{say('channel')}</dt>
        <dd>{say(`channel.${channel}`)}</dd>
        <dt>{say('at')}</dt>
        <dd>{dates.dateTime(at)}</dd>
        <dt>{say('takenBy')}</dt>
        <dd>{staffName}</dd>
        <dt>{say('source')}</dt>
        <dd>{customer.channelSource ?? '–'}</dd>
      </dl>
      <p style={{ margin: 0 }}>{say('blind.question')}</p>
      <ClassChips stage={stage} value={coded} disabled={busy} onPick={onPick} />
    </article>
  );
}
