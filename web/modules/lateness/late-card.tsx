import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LateEntry } from '#domain/lateness/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useDecideLate, useRecordLateCall } from './api.ts';
import { latenessWords } from './words.ts';
import './lateness.css';

const meaningOf = {
  'not-yet': 'neutral',
  due: 'soon',
  overdue: 'overdue',
  'in-time': 'done',
  'too-late': 'risk',
} as const;
const soonHere = [5, 10, 15, 20, 30, 45];

interface LateCardProps {
  entry: LateEntry;
  clinicId: string;
  day: string;
  /** The number to call, as the record shows it. */
  phone: ReactNode;
  /** What can be done is opened by hand. */
  isFolded: boolean;
}

/** Somebody late: the call, what each choice does to the others, and what was decided. */
export function LateCard({ entry, clinicId, day, phone, isFolded }: LateCardProps) {
  const say = useWords(latenessWords);
  const [isOpen, setIsOpen] = useState(!isFolded);
  const dates = useDates(clinicId);
  const { appointment, minutesLate, callState, callBy, calls, decision } = entry;
  const { customerId, customerName, startsAt, visitKind, doctorName } = appointment;
  return (
    <section className="panel late-card" aria-label={customerName}>
      <header>
        <b>{dates.time(startsAt)}</b>
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
        <span className="soft">
          {say(visitKind)}
          {doctorName && ` · ${say('doctor', { name: doctorName })}`}
        </span>
        {appointment.state === 'booked' && <span>{say('minutes', { count: minutesLate })}</span>}
        <StatusTag meaning={meaningOf[callState]}>
          {say(`call.${callState}`, { at: dates.time(callBy) })}
        </StatusTag>
        {phone}
      </header>
      {calls.map(({ calledAt, calledByName, result, arrivesAt, note }) => (
        <p key={calledAt}>
          {say(`called.${result}`, {
            at: dates.time(calledAt),
            by: calledByName ?? '–',
            arrives: arrivesAt ? dates.time(arrivesAt) : '–',
          })}
          {note && ` · ${note}`}
        </p>
      ))}
      {appointment.state === 'booked' && (
        <div className="late-actions">
          <CallButtons id={appointment.id} />
          {entry.suggested && (
            <Button type="text" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {say('options.suggested', { choice: say(`choice.${entry.suggested}`) })}
              {isOpen ? <UpOutlined /> : <DownOutlined />}
            </Button>
          )}
        </div>
      )}
      {decision && (
        <p>
          <b>
            {say('decided', {
              at: dates.time(decision.decidedAt),
              by: decision.decidedByName ?? '–',
              choice: say(`choice.${decision.choice}`),
            })}
          </b>
          {decision.reason && ` · ${decision.reason}`}
        </p>
      )}
      {isOpen && entry.options.length > 0 && <Options entry={entry} day={day} />}
    </section>
  );
}

function CallButtons({ id }: { id: string }) {
  const say = useWords(latenessWords);
  const tell = useTell();
  const call = useRecordLateCall();
  const mayWrite = useMay('appointments.write');
  if (!mayWrite) return null;
  const record = (said: Parameters<typeof call.mutate>[0]) =>
    call.mutate(said, { onSuccess: () => tell.done(say('call.done')), onError: tell.failed });
  return (
    <Space wrap size={8} aria-label={say('call')} role="group">
      <Dropdown
        trigger={['click']}
        menu={{
          items: soonHere.map((count) => ({
            key: String(count),
            label: say('on-the-way.in', { count }),
            onClick: () => record({ id, result: 'on-the-way', arrivesInMinutes: count }),
          })),
        }}
      >
        <Button type="primary" loading={call.isPending}>
          {say('result.on-the-way')}
        </Button>
      </Dropdown>
      {(['unreached', 'cannot-come'] as const).map((result) => (
        <Button key={result} disabled={call.isPending} onClick={() => record({ id, result })}>
          {say(`result.${result}`)}
        </Button>
      ))}
    </Space>
  );
}

function Options({ entry, day }: { entry: LateEntry; day: string }) {
  const say = useWords(latenessWords);
  const tell = useTell();
  const decide = useDecideLate();
  const mayWrite = useMay('appointments.write');
  const { id } = entry.appointment;
  return (
    <ul className="late-options" aria-label={say('options')}>
      {entry.options.map((option) => {
        const { choice, isPossible } = option;
        return (
          <li key={choice} className={isPossible ? '' : 'soft'}>
            <b>
              {say(`choice.${choice}`)}
              {entry.suggested === choice && <span className="late-suggested">{say('suggested')}</span>}
            </b>
            <Effects option={option} />
            {mayWrite && isPossible && (
              <Space size={8}>
                <Button
                  size="small"
                  type={entry.suggested === choice ? 'primary' : 'default'}
                  ghost={entry.suggested === choice}
                  disabled={entry.decision?.choice === choice}
                  loading={decide.isPending && decide.variables.choice === choice}
                  onClick={() =>
                    decide.mutate(
                      { id, choice },
                      { onSuccess: () => tell.done(say('decide.done')), onError: tell.failed },
                    )
                  }
                >
                  {say('decide')}
                </Button>
                {choice === 'rebook' && (
                  <Link to="/appointments" search={{ day } as never}>
                    {say('open')}
                  </Link>
                )}
              </Space>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Effects({ option }: { option: LateEntry['options'][number] }) {
  const say = useWords(latenessWords);
  const { choice, isPossible, delays, minutes } = option;
  if (!isPossible) return <span>{say(choice === 'swap' ? 'not.swap' : 'not.shorten')}</span>;
  if (choice === 'rebook') return <span>{say('effect.free')}</span>;
  const words = delays.map(({ customerName: name, minutes: count }) =>
    say(count > 0 ? 'effect.later' : 'effect.sooner', { name, count: Math.abs(count) }),
  );
  return (
    <span>
      {choice === 'shorten' && `${say('effect.minutes', { count: minutes })} · `}
      {words.length > 0 ? words.join(' · ') : say('effect.none')}
    </span>
  );
}
