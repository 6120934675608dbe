import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { Coverage, LostCustomer } from '#domain/coverage/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useLost } from './api.ts';
import { StandingTag } from './coverage-verdict.tsx';
import type { LostFilter } from './lost-filter.ts';
import { NameReasonDialog } from './name-reason-dialog.tsx';
import { coverageWords } from './words.ts';

type Filter = z.output<typeof LostFilter>;

interface LostTableProps {
  owners: Coverage['owners'];
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  /** Somebody wants to plan a followup with this customer. */
  onPlan: (customer: { id: string; name: string; clinicId: string }) => void;
}

/** Whom nothing keeps, whoever waits longest first; a followup or a reason takes each off the list. */
export function LostTable({ owners, filter, onChange, onPlan }: LostTableProps) {
  const say = useWords(coverageWords);
  const number = useNumber();
  const lost = useLost(filter);
  const [naming, setNaming] = useState<LostCustomer | null>(null);
  const columns = useColumns(onPlan, setNaming);

  return (
    <section>
      <div className="section-head">
        <h2>{say('lost')}</h2>
        {owners.length > 1 && (
          <Select
            allowClear
            aria-label={say('owner')}
            placeholder={say('owner.all')}
            popupMatchSelectWidth={false}
            value={filter.ownerId}
            options={owners.map(({ staffId, name, customers }) => ({
              value: staffId ?? 'nobody',
              label: `${name ?? say('owner.nobody')} · ${number(customers)}`,
            }))}
            onChange={(ownerId: string | undefined) => onChange({ ownerId, page: 1 })}
          />
        )}
      </div>
      <DataTable
        label={say('lost')}
        columns={columns}
        rows={lost.data?.items}
        error={lost.error}
        onRetry={() => void lost.refetch()}
        refreshing={lost.isPlaceholderData}
        wrapsFrom={820}
        empty={<EmptyState text={say('lost.none')} />}
        paging={{
          page: filter.page,
          pageSize: filter.pageSize,
          total: lost.data?.total ?? 0,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }}
      />
      {naming && <NameReasonDialog lost={naming} onClose={() => setNaming(null)} />}
    </section>
  );
}

function useColumns(
  onPlan: LostTableProps['onPlan'],
  onReason: (lost: LostCustomer) => void,
): Column<LostCustomer>[] {
  const say = useWords(coverageWords);
  const dates = useDates();
  const clinicName = useClinicName();

  return [
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
    { key: 'grade', title: say('grade'), show: ({ grade }) => <GradeTag grade={grade} /> },
    {
      key: 'since',
      title: say('since'),
      show: ({ since }) => <span className="nowrap">{dates.dateTime(since)}</span>,
    },
    { key: 'owner', title: say('owner'), show: ({ ownerName }) => ownerName ?? say('owner.nobody') },
    { key: 'clinic', title: say('clinic'), show: ({ clinicId }) => clinicName(clinicId) },
    {
      key: 'now',
      title: say('now'),
      show: ({ standingNow }) => <StandingTag standing={standingNow} />,
    },
    {
      key: 'act',
      title: '',
      align: 'right',
      show: (row) =>
        row.standingNow === 'lost' && (
          <span className="line">
            <Button
              size="small"
              onClick={() => onPlan({ id: row.customerId, name: row.customerName, clinicId: row.clinicId })}
            >
              {say('plan')}
            </Button>
            <Button size="small" onClick={() => onReason(row)}>
              {say('reason.name')}
            </Button>
          </span>
        ),
    },
  ];
}
