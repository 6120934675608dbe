import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { OwnWarning } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useWarnings } from './api.ts';
import { useOutlookText } from './outlook-text.ts';
import { PersonLink } from './person-link.tsx';
import { ownershipWords } from './words.ts';
import './ownership.css';

/** The nearest; the owner's other customers stand below. */
const fewAtFirst = 10;

/** Whom the owner is about to lose, the nearest first, and what would stop it. */
export function OwnWarnings({ warnings }: { warnings: readonly OwnWarning[] }) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const text = useOutlookText();
  const [{ page, pageSize }, setPage] = useState({ page: 1, pageSize: fewAtFirst });
  // One that was kept leaves the list, perhaps as the last of its page.
  const here = Math.min(page, Math.max(1, Math.ceil(warnings.length / pageSize)));
  const columns: Column<OwnWarning>[] = [
    { key: 'customer', title: say('customer'), leads: true, show: (row) => <PersonLink {...row} /> },
    {
      key: 'when',
      title: say('when'),
      show: (row) => <DaysLeft warning={row} on={dates.day(row.releasesOn)} />,
    },
    {
      key: 'why',
      title: say('why'),
      show: (row) => (
        <>
          {text.why(row)}
          <br />
          <span className="soft">{text.facts(row)}</span>
        </>
      ),
    },
    {
      key: 'keepBy',
      title: say('keepBy'),
      show: ({ stoppedBy, customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }}>
          <Button size="small">{say(`stop.${stoppedBy}`)}</Button>
        </Link>
      ),
    },
  ];
  return (
    <DataTable
      label={say('warnings', { count: warnings.length })}
      columns={columns}
      rows={warnings.slice((here - 1) * pageSize, here * pageSize)}
      wrapsFrom={760}
      empty={<EmptyState text={say('warnings.none')} />}
      {...(warnings.length > fewAtFirst && {
        paging: {
          page: here,
          pageSize,
          total: warnings.length,
          onChange: (next, size) => setPage({ page: next, pageSize: size }),
        },
      })}
    />
  );
}

function DaysLeft({ warning: { daysLeft, isProposed }, on }: { warning: OwnWarning; on: string }) {
  const say = useWords(ownershipWords);
  return (
    <span className="line">
      <StatusTag meaning={isProposed || daysLeft < 1 ? 'overdue' : 'soon'}>
        {isProposed
          ? say('daysLeft.over')
          : daysLeft < 1
            ? say('daysLeft.today')
            : say('daysLeft', { count: daysLeft })}
      </StatusTag>
      <span className="soft nowrap">{on}</span>
    </span>
  );
}

/** One line above today's list; nothing where nobody is about to be lost. */
export function ReleaseHint() {
  const say = useWords(ownershipWords);
  const count = useWarnings().data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={say('hint.one', { count })}
      action={<Link to="/ownership">{say('hint.look')}</Link>}
    />
  );
}
