import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { AskAccuracy, JudgedContact } from '#domain/classes/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { ClassTag } from '#web/ui/class-tag.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import type { Behind } from './behind.ts';
import { useJudged } from './api.ts';
import { useClassNames } from './class-names.ts';
import { classesWords } from './words.ts';

interface JudgedDrawerProps {
  behind: Behind;
  within: { from: string; to: string } & Pick<AskAccuracy, 'clinicId' | 'against'>;
  onClose: () => void;
}

/** The contacts behind one figure. */
export function JudgedDrawer({ behind, within, onClose }: JudgedDrawerProps) {
  const say = useWords(classesWords);
  const dates = useDates();
  const narrow = useNarrowScreen();
  const { nameOf } = useClassNames();
  const [page, setPage] = useState({ page: 1, pageSize: 20 });
  const { title, ...which } = behind;
  const { data, error, refetch } = useJudged({ ...page, ...within, ...which });
  const tag = (code: string | null) =>
    code === null ? '–' : <ClassTag code={code} name={nameOf(code)} short />;

  const columns: Column<JudgedContact>[] = [
    { key: 'at', title: say('at'), show: ({ at }) => dates.shortDateTime(at) },
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
    { key: 'channel', title: say('channel'), show: ({ channel }) => say(`channel.${channel}`) },
    { key: 'staff', title: say('takenBy'), show: ({ staffName }) => staffName },
    { key: 'preclass', title: say('matrix.desk'), show: ({ preclass }) => tag(preclass) },
    { key: 'judged', title: say('judged'), show: ({ judged }) => tag(judged) },
    { key: 'judgedBy', title: say('judgedBy'), show: ({ judgedByName }) => judgedByName ?? '' },
    { key: 'matter', title: say('matter'), show: ({ matter }) => matter ?? '' },
  ];

  return (
    <Drawer open onClose={onClose} title={title} size={narrow ? '100%' : 820}>
      <DataTable
        label={title}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        wrapsFrom={640}
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
