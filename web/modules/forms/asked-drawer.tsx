import { Link } from '@tanstack/react-router';
import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import type { AskedCustomer, ListAsked } from '#domain/forms/figures-contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { useAsked } from './api.ts';
import { formWords } from './words.ts';

type Wanted = Omit<ListAsked, 'page' | 'pageSize' | 'state'>;

/** Behind the response rate: who was asked, and who has not answered. */
export function AskedDrawer({ wanted, onClose }: { wanted: Wanted | null; onClose: () => void }) {
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={say('asked.list')}
      open={wanted !== null}
      onClose={onClose}
      size={narrow ? '100%' : 720}
      destroyOnHidden
    >
      {wanted && <Asked wanted={wanted} />}
    </Drawer>
  );
}

function Asked({ wanted }: { wanted: Wanted }) {
  const say = useWords(formWords);
  const wording = useWording();
  const dates = useDates();
  const [state, setState] = useState<'all' | 'answered' | 'silent'>('silent');
  const [paging, setPaging] = useState({ page: 1, pageSize: 20 });
  const [shown, setShown] = useState<string | null>(null);
  const asked = useAsked({ ...wanted, ...paging, ...(state !== 'all' && { state }) });
  const columns: Column<AskedCustomer & { id: string }>[] = [
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
    { key: 'form', title: say('column.form'), show: ({ form }) => wording(form) },
    { key: 'asker', title: say('asked.by'), show: ({ askerName }) => askerName },
    { key: 'at', title: say('asked.at'), show: ({ askedAt }) => dates.shortDateTime(askedAt) },
    {
      key: 'answered',
      title: say('asked.answered'),
      show: ({ answeredAt }) => (answeredAt ? dates.shortDateTime(answeredAt) : say('waiting')),
    },
  ];
  return (
    <div className="rows">
      <Segmented
        value={state}
        onChange={(state) => {
          setState(state);
          setPaging({ ...paging, page: 1 });
        }}
        options={(['silent', 'answered', 'all'] as const).map((value) => ({
          value,
          label: say(`asked.${value}`),
        }))}
      />
      <DataTable
        label={say('asked.list')}
        columns={columns}
        rows={asked.data?.items.map((row) => ({ ...row, id: row.requestId }))}
        error={asked.error}
        refreshing={asked.isPlaceholderData}
        empty={<EmptyState text={say('asked.none')} />}
        onOpen={({ answerId }) => setShown(answerId)}
        paging={{
          ...paging,
          total: asked.data?.total ?? 0,
          onChange: (page, pageSize) => setPaging({ page, pageSize }),
        }}
      />
      <AnswerDrawer id={shown} onClose={() => setShown(null)} />
    </div>
  );
}
