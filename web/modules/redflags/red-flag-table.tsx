import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { ListRedFlags, RedFlag } from '#domain/redflags/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { useRedFlags } from './api.ts';
import { SignsOf } from './signs-of.tsx';
import { redFlagWords } from './words.ts';

interface RedFlagTableProps {
  query: z.output<typeof ListRedFlags>;
  onPage: (page: number, pageSize: number) => void;
}

/** What waits for a doctor, the first promise first; a doctor answers from the list. */
export function RedFlagTable({ query, onPage }: RedFlagTableProps) {
  const say = useWords(redFlagWords);
  const dates = useDates();
  const number = useNumber();
  const { treats } = useMe();
  const flags = useRedFlags(query);
  const [answering, setAnswering] = useState<RedFlag | null>(null);

  const columns: Column<RedFlag>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customerId, customerName, customerNumber }) => (
        <span className="nowrap">
          <Link to="/customers/$id" params={{ id: customerId }}>
            {customerName}
          </Link>{' '}
          <span className="soft">{customerNumber}</span>
        </span>
      ),
    },
    {
      key: 'signs',
      title: say('signs'),
      show: (flag) => (
        <>
          <SignsOf flag={flag} />
          {flag.notes && <div className="soft">{flag.notes}</div>}
        </>
      ),
    },
    query.state === 'open'
      ? { key: 'promised', title: say('promised'), show: (flag) => <PromisedBy flag={flag} /> }
      : { key: 'answer', title: say('verdict'), show: (flag) => <Answered flag={flag} /> },
    { key: 'doctor', title: say('doctor'), show: ({ doctorName }) => doctorName ?? say('doctor.any') },
    {
      key: 'raised',
      title: say('raisedBy'),
      show: ({ raisedByName, raisedAt }) =>
        say('raised', { name: raisedByName ?? '–', at: dates.shortDateTime(raisedAt) }),
    },
    ...(treats && query.state === 'open'
      ? [
          {
            key: 'do',
            title: '',
            show: (flag: RedFlag) => (
              <Button type="primary" size="small" onClick={() => setAnswering(flag)}>
                {say('answer')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {query.state === 'open' && flags.data && flags.data.total > 0 && (
        <p className="line" style={{ marginTop: 0 }}>
          {say('figures', { total: number(flags.data.total), overdue: number(flags.data.overdue) })}
        </p>
      )}
      <DataTable
        label={say('title')}
        wrapsFrom={900}
        columns={columns}
        rows={flags.data?.items}
        error={flags.error}
        onRetry={() => void flags.refetch()}
        refreshing={flags.isPlaceholderData}
        paging={{
          page: query.page,
          pageSize: query.pageSize,
          total: flags.data?.total ?? 0,
          onChange: onPage,
        }}
        empty={<EmptyState text={say(query.state === 'open' ? 'empty' : 'empty.answered')} />}
      />
      <AnswerDrawer flag={answering} onClose={() => setAnswering(null)} />
    </>
  );
}

/** By when the customer was promised a call, and who knows that there was none. */
function PromisedBy({ flag }: { flag: RedFlag }) {
  const say = useWords(redFlagWords);
  const dates = useDates(flag.clinicId);
  const told = flag.managerToldAt ? 'told.manager' : flag.supervisorToldAt ? 'told.supervisor' : null;
  return (
    <span className="line">
      {dates.shortDateTime(flag.promisedAt)}
      {told && <StatusTag meaning="overdue">{`${say('overdue')} · ${say(told)}`}</StatusTag>}
    </span>
  );
}

function Answered({ flag }: { flag: RedFlag }) {
  const sayFollowup = useWords(followupWords);
  const dates = useDates(flag.clinicId);
  return (
    <>
      <b>{flag.verdict && sayFollowup(`verdict.${flag.verdict}`)}</b>{' '}
      <span className="soft">
        {flag.answeredByName} {flag.endedAt && dates.shortDateTime(flag.endedAt)}
      </span>
      <div>{flag.words}</div>
      {flag.advice && <div className="soft">{flag.advice}</div>}
    </>
  );
}
