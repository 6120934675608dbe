import { Link } from '@tanstack/react-router';
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { addDays } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { EffortContact } from '#domain/grading/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { ResultTag } from '#web/ui/result-tag.tsx';
import { useEffortContacts } from './api.ts';
import type { WeekChosen } from './effort-board.tsx';
import { gradingWords } from './words.ts';

interface EffortContactsProps {
  chosen: WeekChosen;
  /** The first and last day of the whole report. */
  within: { from: string; to: string };
  clinicId: string | undefined;
  onClose: () => void;
}

/** The contacts behind one week of one person. */
export function EffortContacts({ chosen, within, clinicId, onClose }: EffortContactsProps) {
  const say = useWords(gradingWords);
  const dates = useDates();
  const narrow = useNarrowScreen();
  const [best, setBest] = useState<'yes' | 'no' | 'both'>('both');
  const [page, setPage] = useState({ page: 1, pageSize: 20 });
  const sunday = addDays(chosen.week, 6);
  const { data, error, refetch } = useEffortContacts({
    ...page,
    from: chosen.week < within.from ? within.from : chosen.week,
    to: sunday > within.to ? within.to : sunday,
    staffId: chosen.staffId,
    clinicId,
    best: best === 'both' ? undefined : best,
  });

  const columns: Column<EffortContact>[] = [
    { key: 'at', title: say('effort.at'), show: ({ at }) => dates.shortDateTime(at) },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      ),
    },
    { key: 'grade', title: say('grade'), show: ({ grade }) => <GradeTag grade={grade} short /> },
    {
      key: 'result',
      title: say('effort.result'),
      show: ({ result }) => <ResultTag result={result as AttemptResult} />,
    },
    {
      key: 'duration',
      title: say('effort.duration'),
      align: 'right',
      show: ({ seconds }) =>
        seconds === null
          ? '–'
          : say('effort.seconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
    },
  ];

  return (
    <Drawer
      open
      onClose={onClose}
      title={say('effort.list.of', { name: chosen.staffName, week: dates.day(chosen.week) })}
      size={narrow ? '100%' : 680}
    >
      <Segmented
        value={best}
        style={{ marginBottom: 12 }}
        options={[
          { value: 'both', label: say('effort.both') },
          { value: 'yes', label: say('effort.best') },
          { value: 'no', label: say('effort.rest') },
        ]}
        onChange={(value: 'yes' | 'no' | 'both') => {
          setBest(value);
          setPage({ ...page, page: 1 });
        }}
      />
      <DataTable
        label={say('effort.list')}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        paging={
          data && {
            ...page,
            total: data.total,
            onChange: (next, pageSize) => setPage({ page: next, pageSize }),
          }
        }
      />
    </Drawer>
  );
}
