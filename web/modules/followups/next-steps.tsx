import { PauseCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CallSheet } from '#domain/followups/contract.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useLabelled, useListed, useWording, useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCallSheet } from './api.ts';
import { useMatter } from './matter.ts';
import { followupsWords } from './words.ts';

interface NextStepsProps {
  customer: { id: string; clinicId: string };
  /** Somebody is being treated: what the visit asks for is planned when it is closed. */
  isVisiting: boolean;
  /** The way to plan something. */
  remind: ReactNode;
}

/** What should happen next with this customer. Never empty: where nothing is planned it says so, and why to plan or what plans it. */
export function NextSteps({ customer, isVisiting, remind }: NextStepsProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const matter = useMatter();
  const dates = useDates(customer.clinicId);
  const now = useNow();
  const mayWork = useMay('followups.work');
  const sheet = useCallSheet(customer.id);
  const nothing = isVisiting ? 'next.visiting' : 'next.none';

  return (
    <section className="panel next-steps">
      <div className="section-head">
        <h2>{say('next')}</h2>
        <div className="line">
          {remind}
          {mayWork && Boolean(sheet.data?.followups.length) && (
            <Link to="/" search={{ customer: customer.id } as never}>
              <Button type="primary">{say('call')}</Button>
            </Link>
          )}
        </div>
      </div>
      {sheet.data && sheet.data.heldBack.length > 0 && <HeldBack waiting={sheet.data.heldBack} />}
      <Loaded of={sheet}>
        {({ followups, upcoming }) =>
          followups.length + upcoming.length === 0 ? (
            <p>
              <b>{say(nothing)}</b> <span className="soft">{say(`${nothing}.text`)}</span>
            </p>
          ) : (
            <ul className="next-list">
              {followups.map((followup) => {
                const { late, text } = dates.windowLeft(followup.closesAt, now);
                return (
                  <li key={followup.id}>
                    <StatusTag meaning={late ? 'overdue' : 'soon'}>{text}</StatusTag>
                    <span>{matter(followup)}</span>
                    <span className="soft">
                      {followup.assigneeName ?? sayFollowup('nobody')}
                      {followup.tries > 0 && ` · ${sayFollowup('tries', { count: followup.tries })}`}
                      {followup.nextTryAt &&
                        followup.nextTryAt > now &&
                        ` · ${say('next.at', { at: dates.shortDateTime(followup.nextTryAt) })}`}
                    </span>
                  </li>
                );
              })}
              {upcoming.map((followup) => (
                <li key={followup.id}>
                  <StatusTag meaning="neutral">{dates.shortDateTime(followup.dueAt)}</StatusTag>
                  <span>{matter(followup)}</span>
                  <span className="soft">{followup.assigneeName ?? sayFollowup('nobody')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** What would be due, and why it waits. */
function HeldBack({ waiting }: { waiting: CallSheet['heldBack'] }) {
  const say = useWords(gradeWords);
  const labelled = useLabelled();
  const listed = useListed();
  const wording = useWording();
  return (
    <p title={say('frozen.why')}>
      <StatusTag meaning="risk" icon={<PauseCircleOutlined />}>
        {say('frozen')}
      </StatusTag>{' '}
      <span className="soft">
        {labelled(
          say('heldBack'),
          listed(
            waiting.map(({ protocolName, stepName }) => `${wording(protocolName)} · ${wording(stepName)}`),
          ),
        )}
      </span>
    </p>
  );
}
