import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalPage } from '#domain/grading/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { useProposals } from './api.ts';
import { DecideOverride } from './decide-override.tsx';
import { gradingWords } from './words.ts';

type Row = ProposalPage['items'][number] & { id: string };

/** Grades that were asked for by hand and wait for a yes or no. Nothing where none does. */
export function Proposals() {
  const say = useWords(gradingWords);
  const dates = useDates();
  const [page, setPage] = useState({ page: 1, pageSize: 20 });
  const { data } = useProposals(page);
  if (!data || data.total === 0) return null;

  const columns: Column<Row>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customer }) => (
        <span className="line">
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name}
          </Link>
          <span className="soft">{customer.number}</span>
        </span>
      ),
    },
    { key: 'now', title: say('now'), show: ({ now }) => <GradeTag grade={now} short /> },
    {
      key: 'to',
      title: say('override.to'),
      show: ({ override }) => <GradeTag grade={override.grade} short />,
    },
    { key: 'reason', title: say('override.reason'), show: ({ override }) => override.reason },
    { key: 'until', title: say('override.until'), show: ({ override }) => dates.day(override.until) },
    { key: 'by', title: say('askedBy'), show: ({ override }) => override.proposedByName },
    { key: 'decide', title: '', show: ({ override }) => <DecideOverride override={override} /> },
  ];

  return (
    <section style={{ marginBottom: 16 }}>
      <h2 style={{ fontSize: 14 }}>{say('proposals')}</h2>
      <DataTable
        label={say('proposals')}
        columns={columns}
        rows={data.items.map((item) => ({ ...item, id: item.override.id }))}
        paging={{
          ...page,
          total: data.total,
          onChange: (next, pageSize) => setPage({ page: next, pageSize }),
        }}
      />
    </section>
  );
}
