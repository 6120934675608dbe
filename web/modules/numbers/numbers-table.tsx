import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { BrokenNumber, BrokenNumbers } from '#domain/numbers/contract.ts';
import type { NumberFault } from '#domain/numbers/number-fault.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { ResultTag } from '#web/ui/result-tag.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { useTakeRepair } from './api.ts';
import { EnterNumberDrawer } from './enter-number-drawer.tsx';
import { numbersWords } from './words.ts';
import './numbers.css';

interface NumbersTableProps {
  numbers: BrokenNumbers | undefined;
  error: unknown;
  onRetry: () => void;
  refreshing: boolean;
  isFiltered: boolean;
  page: { page: number; pageSize: number; onChange: (page: number, pageSize: number) => void };
}

/** Who cannot be reached, what was tried, who looks for another number, and the place to enter it. */
export function NumbersTable({ numbers, error, onRetry, refreshing, isFiltered, page }: NumbersTableProps) {
  const say = useWords(numbersWords);
  const [entering, setEntering] = useState<BrokenNumber | null>(null);
  const columns = useColumns(setEntering);
  return (
    <>
      <DataTable
        label={say('title')}
        columns={columns}
        rows={numbers?.items.map((item) => ({ ...item, id: item.customer.id }))}
        error={error}
        onRetry={onRetry}
        refreshing={refreshing}
        wrapsFrom={900}
        paging={numbers && { ...page, total: numbers.total }}
        empty={<EmptyState text={say(isFiltered ? 'empty.filtered' : 'empty')} />}
      />
      {entering && <EnterNumberDrawer customer={entering.customer} onClose={() => setEntering(null)} />}
    </>
  );
}

type Row = BrokenNumber & { id: string };

function useColumns(onEnter: (row: BrokenNumber) => void): Column<Row>[] {
  const say = useWords(numbersWords);
  return [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customer: { id, name, number, grade } }) => (
        <span className="line">
          <Link to="/customers/$id" params={{ id }}>
            {name}
          </Link>
          <span className="soft">{number}</span>
          <GradeTag grade={grade} />
        </span>
      ),
    },
    {
      key: 'fault',
      title: say('fault'),
      show: ({ fault }) => <StatusTag meaning={meaningOf[fault]}>{say(`fault.${fault}`)}</StatusTag>,
    },
    {
      key: 'phone',
      title: say('phone'),
      show: ({ customer }) => customer.phone ?? <span className="soft">{say('phone.none')}</span>,
    },
    { key: 'tries', title: say('tries'), show: (row) => <Tries row={row} /> },
    { key: 'waiting', title: say('waiting'), show: (row) => <Waiting row={row} /> },
    { key: 'taker', title: say('taker'), show: (row) => <Taker row={row} /> },
    {
      key: 'enter',
      title: '',
      show: (row) => (
        <Button type="primary" size="small" onClick={() => onEnter(row)}>
          {say('enter')}
        </Button>
      ),
    },
  ];
}

const meaningOf: Record<NumberFault, Meaning> = {
  missing: 'risk',
  wrong: 'risk',
  undeliverable: 'soon',
  unreachable: 'neutral',
};

function Tries({ row: { tries, clinicId } }: { row: BrokenNumber }) {
  const say = useWords(numbersWords);
  const dates = useDates(clinicId);
  if (tries.length === 0) return <span className="soft">{say('tries.none')}</span>;
  return (
    <ul className="number-tries">
      {tries.map(({ at, result, byName }) => (
        <li key={at}>
          <ResultTag result={result} />{' '}
          <span className="soft nowrap">{[dates.shortDateTime(at), byName].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ row: { followups, closesAt, clinicId } }: { row: BrokenNumber }) {
  const say = useWords(numbersWords);
  const dates = useDates(clinicId);
  if (followups === 0) return <span className="soft">{say('waiting.none')}</span>;
  return (
    <>
      <div>{say('waiting.count', { count: followups })}</div>
      {closesAt && <div className="soft">{say('closes', { day: dates.shortDateTime(closesAt) })}</div>}
    </>
  );
}

function Taker({ row: { customer, takenBy } }: { row: BrokenNumber }) {
  const say = useWords(numbersWords);
  const { staffId } = useMe();
  const tell = useTell();
  const take = useTakeRepair();
  const isMine = takenBy !== null && takenBy.staffId === staffId;
  const change = () =>
    take.mutate(
      { customerId: customer.id, takes: !isMine },
      {
        onSuccess: () => tell.done(say(isMine ? 'leave.done' : 'take.done')),
        onError: (error) => tell.failed(error),
      },
    );
  return (
    <span className="line">
      {takenBy ? takenBy.name : <span className="soft">{say('taker.nobody')}</span>}
      <Button size="small" type="link" loading={take.isPending} onClick={change}>
        {say(isMine ? 'leave' : takenBy ? 'takeOver' : 'take')}
      </Button>
    </span>
  );
}
