import { Link } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { dayAt } from '#domain/base/time.ts';
import type { ConfirmationEntry, ConfirmationList } from '#domain/confirmations/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useNameConfirmer } from './api.ts';
import { confirmationWords } from './words.ts';

type Row = ConfirmationEntry & { id: string };
const answers = ['confirmed', 'unreached', 'declined'] as const;
const meaningOf = { confirmed: 'done', declined: 'risk', unreached: 'soon', open: 'neutral' } as const;
const riskMeaning = { high: 'risk', medium: 'soon', low: 'neutral' } as const;

type Said = (typeof answers)[number];

interface ConfirmationTableProps {
  list: ConfirmationList;
  onlyOpen: boolean;
  /** The number to call, as the record shows it. */
  phoneOf: (appointment: ConfirmationEntry['appointment']) => ReactNode;
  onSaid: (appointment: ConfirmationEntry['appointment'], answer: Said) => Promise<unknown>;
}

/** Who is booked on a day and what each has said; what is not confirmed has a name beside it. */
export function ConfirmationTable({ list, onlyOpen, phoneOf, onSaid }: ConfirmationTableProps) {
  const say = useWords(confirmationWords);
  const dates = useDates(list.clinicId);
  const mayWrite = useMay('appointments.write');
  const rows = rowsOf(list, onlyOpen);
  const columns: Column<Row>[] = [
    {
      key: 'time',
      title: say('time'),
      leads: true,
      show: ({ appointment }) => <b className="nowrap">{dates.time(appointment.startsAt)}</b>,
    },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: (row) => <Customer row={row} phone={phoneOf(row.appointment)} />,
    },
    { key: 'doctor', title: say('doctor'), show: ({ appointment }) => appointment.doctorName ?? '–' },
    { key: 'risk', title: say('risk'), show: (row) => <Risk row={row} /> },
    { key: 'state', title: say('state'), show: (row) => <State row={row} clinicId={list.clinicId} /> },
    {
      key: 'confirmer',
      title: say('confirmer'),
      show: (row) => <Confirmer row={row} desk={list.desk} mayName={mayWrite} />,
    },
    ...(mayWrite
      ? [
          {
            key: 'do',
            title: '',
            show: (row: Row) => <Answers row={row} timezone={list.timezone} onSaid={onSaid} />,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={rows}
      wrapsFrom={1100}
      empty={<EmptyState text={say(onlyOpen && list.items.length > 0 ? 'none.open' : 'none')} />}
    />
  );
}

/** What is to be done stands first, by what it would cost to be wrong; the whole list is in the order of the day. */
function rowsOf({ items }: ConfirmationList, onlyOpen: boolean): Row[] {
  const rows = items.map((entry) => ({ ...entry, id: entry.appointment.id }));
  if (!onlyOpen) return rows;
  return rows
    .filter(({ appointment }) => appointment.confirmation !== 'confirmed')
    .sort((one, other) => other.risk.points - one.risk.points);
}

function Customer({ row: { appointment }, phone }: { row: Row; phone: ReactNode }) {
  const say = useWords(confirmationWords);
  const { customerId, customerName, visitKind } = appointment;
  return (
    <Space size={4} orientation="vertical">
      <span className="nowrap">
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>{' '}
        <span className="soft">{say(visitKind)}</span>
      </span>
      {phone}
    </Space>
  );
}

function Risk({ row: { risk, missedBefore } }: { row: Row }) {
  const say = useWords(confirmationWords);
  const reasons = risk.reasons.map((reason) =>
    reason === 'missed-before' ? say('missed', { count: missedBefore }) : say(`reason.${reason}`),
  );
  return (
    <>
      <StatusTag meaning={riskMeaning[risk.level]}>{say(`risk.${risk.level}`)}</StatusTag>
      {reasons.length > 0 && <div className="soft">{reasons.join(' · ')}</div>}
    </>
  );
}

function State({ row, clinicId }: { row: Row; clinicId: string }) {
  const say = useWords(confirmationWords);
  const dates = useDates(clinicId);
  const { confirmedAt, confirmedByName, confirmationEnteredAt } = row.appointment;
  const state = row.appointment.confirmation ?? 'open';
  return (
    <>
      <StatusTag meaning={meaningOf[state]}>{say(`state.${state}`)}</StatusTag>
      {confirmedAt !== null && (
        <div className="soft">
          {say('said', { name: confirmedByName ?? say('themselves'), at: dates.shortDateTime(confirmedAt) })}
        </div>
      )}
      <EnteredLater clinicId={clinicId} at={confirmationEnteredAt} />
      {state === 'open' && (
        <div className="soft">
          {row.askedAt ? say('asked', { at: dates.shortDateTime(row.askedAt) }) : say('asked.not')}
        </div>
      )}
      {row.reply && <div>{say('reply', { text: row.reply.text })}</div>}
    </>
  );
}

function Confirmer({
  row: { id, confirmer },
  desk,
  mayName,
}: {
  row: Row;
  desk: ConfirmationList['desk'];
  mayName: boolean;
}) {
  const say = useWords(confirmationWords);
  const tell = useTell();
  const name = useNameConfirmer();
  if (!confirmer) return '–';
  if (!mayName) return confirmer.name;
  return (
    <>
      <Select
        size="small"
        aria-label={say('confirmer')}
        value={confirmer.id}
        loading={name.isPending}
        options={desk.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(staffId) => name.mutate({ id, staffId }, { onError: tell.failed })}
        popupMatchSelectWidth={false}
      />
      {confirmer.how !== 'named' && <span className="soft"> {say(`how.${confirmer.how}`)}</span>}
    </>
  );
}

interface AnswersProps {
  row: Row;
  timezone: string;
  onSaid: ConfirmationTableProps['onSaid'];
}

function Answers({ row: { appointment }, timezone, onSaid }: AnswersProps) {
  const say = useWords(confirmationWords);
  const tell = useTell();
  const [saving, setSaving] = useState<Said | null>(null);
  const { confirmation, startsAt } = appointment;
  const save = (answer: Said): void => {
    setSaving(answer);
    onSaid(appointment, answer)
      .then(() => tell.done(say('done')), tell.failed)
      .finally(() => setSaving(null));
  };
  return (
    <Space.Compact size="small">
      {answers.map((answer) => (
        <Button
          key={answer}
          disabled={confirmation === answer}
          loading={saving === answer}
          onClick={() => save(answer)}
        >
          {say(`do.${answer}`)}
        </Button>
      ))}
      {confirmation === 'declined' && (
        <Link to="/appointments" search={{ day: dayAt(startsAt, timezone) } as never}>
          <Button type="link" size="small">
            {say('move')}
          </Button>
        </Link>
      )}
    </Space.Compact>
  );
}
