import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IncompletePerson, IncompleteRecord } from '#domain/records/incomplete-contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useIncomplete, useIncompletePeople } from './api.ts';
import { recordsWords } from './words.ts';
import './records.css';

/** The A and B records that lack something: one's own, for a supervisor anybody's. Each missing part leads to its place. */
export function IncompleteRecords() {
  const say = useWords(recordsWords);
  const money = useMoney();
  const maySupervise = useMay('followups.supervise');
  const [ownerId, setOwnerId] = useState<string | undefined>();
  const [page, setPage] = useState({ page: 1, pageSize: 20 });
  const { data, error, refetch, isPlaceholderData } = useIncomplete({ ...page, ownerId });

  const columns: Column<IncompleteRecord>[] = [
    {
      key: 'customer',
      title: say('incomplete.customer'),
      leads: true,
      show: ({ customer }) => (
        <span className="line">
          <GradeTag grade={customer.grade} short />
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name}
          </Link>
          <span className="soft">{customer.number}</span>
        </span>
      ),
    },
    { key: 'spent', title: say('incomplete.spent'), show: ({ spentFen }) => money(spentFen) },
    { key: 'score', title: say('completeness'), show: ({ score }) => `${score} %` },
    {
      key: 'missing',
      title: say('incomplete.missing'),
      show: ({ id, missing }) => (
        <span className="line">
          {missing.map((part) => (
            <Link key={part} to="/customers/$id" params={{ id }} search={{ ask: part } as never}>
              {say(`part.${part}`)}
            </Link>
          ))}
        </span>
      ),
    },
  ];

  return (
    <section className="rows" aria-label={say('incomplete')}>
      <div className="section-head">
        <h2>{say('incomplete.count', { count: data?.total ?? 0 })}</h2>
        {maySupervise && (
          <ChoosePerson
            chosen={ownerId}
            onChoose={(person) => {
              setOwnerId(person);
              setPage({ ...page, page: 1 });
            }}
          />
        )}
      </div>
      <DataTable
        label={say('incomplete')}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        refreshing={isPlaceholderData}
        wrapsFrom={720}
        empty={<EmptyState text={say('incomplete.none')} />}
        paging={
          data && {
            ...page,
            total: data.total,
            onChange: (next, pageSize) => setPage({ page: next, pageSize }),
          }
        }
      />
    </section>
  );
}

interface ChoosePersonProps {
  chosen: string | undefined;
  onChoose: (ownerId: string | undefined) => void;
}

/** Whose records, each with how many lack something of how many. */
function ChoosePerson({ chosen, onChoose }: ChoosePersonProps) {
  const say = useWords(recordsWords);
  const people = useIncompletePeople().data?.items ?? [];
  const text = ({ name, incomplete, best }: IncompletePerson) =>
    say('incomplete.person', { name: name ?? say('incomplete.nobody'), incomplete, best });
  return (
    <Select
      allowClear
      aria-label={say('incomplete.whose')}
      placeholder={say('incomplete.whose')}
      popupMatchSelectWidth={false}
      style={{ minWidth: 220 }}
      value={chosen ?? null}
      onChange={(ownerId: string | null | undefined) => onChoose(ownerId ?? undefined)}
      options={people.map((person) => ({
        value: person.ownerId ?? person.id,
        label: text(person),
        disabled: person.ownerId === null,
      }))}
    />
  );
}
