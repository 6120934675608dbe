import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { ListRatings, Rating } from '#domain/forms/figures-contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { useRatings } from './api.ts';
import { formWords } from './words.ts';

interface RatingsDrawerProps {
  wanted: Omit<ListRatings, 'page' | 'pageSize'> | null;
  onClose: () => void;
}

/** The ratings behind a number: whose they are, and the answer each was given in. */
export function RatingsDrawer({ wanted, onClose }: RatingsDrawerProps) {
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={say('sat.list')}
      open={wanted !== null}
      onClose={onClose}
      size={narrow ? '100%' : 720}
      destroyOnHidden
    >
      {wanted && <Ratings wanted={wanted} />}
    </Drawer>
  );
}

function Ratings({ wanted }: { wanted: NonNullable<RatingsDrawerProps['wanted']> }) {
  const say = useWords(formWords);
  const dates = useDates();
  const [paging, setPaging] = useState({ page: 1, pageSize: 20 });
  const [shown, setShown] = useState<string | null>(null);
  const ratings = useRatings({ ...wanted, ...paging });
  const columns: Column<Rating & { id: string }>[] = [
    {
      key: 'customer',
      title: say('column.customer'),
      leads: true,
      show: ({ customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }} onClick={(event) => event.stopPropagation()}>
          {customer.name}
        </Link>
      ),
    },
    { key: 'score', title: say('column.score'), align: 'right', show: ({ score }) => <b>{score}</b> },
    {
      key: 'how',
      title: say('column.how'),
      show: ({ how, askerName }) =>
        [say(`sat.how.${how}`), ...(how === 'staff' && askerName ? [askerName] : [])].join(' · '),
    },
    { key: 'doctor', title: say('column.doctor'), show: ({ doctorName }) => doctorName },
    { key: 'at', title: say('column.at'), show: ({ at }) => dates.shortDateTime(at) },
  ];
  return (
    <>
      <DataTable
        label={say('sat.list')}
        columns={columns}
        rows={ratings.data?.items.map((row) => ({
          ...row,
          id: row.answerId ?? `${row.callId} ${row.customer.id} ${row.at}`,
        }))}
        error={ratings.error}
        onOpen={({ answerId }) => setShown(answerId)}
        paging={{
          ...paging,
          total: ratings.data?.total ?? 0,
          onChange: (page, pageSize) => setPaging({ page, pageSize }),
        }}
      />
      <AnswerDrawer id={shown} onClose={() => setShown(null)} />
    </>
  );
}
