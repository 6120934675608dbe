import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Mismatch } from '#domain/ledger/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useMismatches } from './api.ts';
import type { MismatchFilter } from './mismatch-filter.ts';
import { ResolveDialog } from './resolve-dialog.tsx';
import { ledgerWords } from './words.ts';

type Filter = z.output<typeof MismatchFilter>;

interface MismatchTableProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
}

export function MismatchTable({ filter, onChange }: MismatchTableProps) {
  const say = useWords(ledgerWords);
  const mismatches = useMismatches(filter);
  const [resolving, setResolving] = useState<Mismatch | null>(null);
  const columns = useColumns(filter.state, setResolving);

  return (
    <>
      <DataTable
        label={say('mismatches')}
        columns={columns}
        rows={mismatches.data?.items}
        error={mismatches.error}
        onRetry={() => void mismatches.refetch()}
        refreshing={mismatches.isPlaceholderData}
        wrapsFrom={760}
        empty={
          <EmptyState text={say(filter.state === 'open' ? 'mismatches.none' : 'mismatches.none.resolved')} />
        }
        paging={{
          page: filter.page,
          pageSize: filter.pageSize,
          total: mismatches.data?.total ?? 0,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }}
      />
      {resolving && <ResolveDialog mismatch={resolving} onClose={() => setResolving(null)} />}
    </>
  );
}

function useColumns(state: Filter['state'], onResolve: (mismatch: Mismatch) => void): Column<Mismatch>[] {
  const say = useWords(ledgerWords);
  const dates = useDates();
  const money = useMoney();
  const clinicName = useClinicName();
  const what: Column<Mismatch>[] = [
    {
      key: 'day',
      title: say('day'),
      width: 120,
      show: ({ day }) => <span className="nowrap">{dates.day(day)}</span>,
    },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customerId, customerName, customerNumber }) => (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName} <span className="soft">{customerNumber}</span>
        </Link>
      ),
    },
    { key: 'what', title: say('mismatch.what'), show: ({ kind }) => say(`mismatch.${kind}`) },
    {
      key: 'amount',
      title: say('amount'),
      align: 'right',
      show: ({ fen }) => fen !== null && <span className="amount">{money(fen)}</span>,
    },
    { key: 'clinic', title: say('clinic'), show: ({ clinicId }) => clinicName(clinicId) },
  ];
  if (state === 'open') {
    return [
      ...what,
      {
        key: 'resolve',
        title: '',
        align: 'right',
        show: (mismatch) => (
          <Button size="small" onClick={() => onResolve(mismatch)}>
            {say('resolve')}
          </Button>
        ),
      },
    ];
  }
  return [
    ...what,
    { key: 'note', title: say('resolve.note'), show: ({ note }) => note },
    { key: 'by', title: say('resolved.by'), show: ({ resolvedBy }) => resolvedBy },
    {
      key: 'at',
      title: say('resolved.at'),
      show: ({ resolvedAt }) => resolvedAt && dates.shortDateTime(resolvedAt),
    },
  ];
}
