import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseRow } from '#domain/recovery/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { CaseClock, CaseMarks } from './case-tags.tsx';
import { recoveryWords } from './words.ts';

interface CaseListProps {
  rows: readonly CaseRow[] | undefined;
  error: unknown;
  onRetry: () => void;
  refreshing: boolean;
  empty: string;
  paging: {
    page: number;
    pageSize: number;
    total: number;
    onChange: (page: number, pageSize: number) => void;
  };
}

/** Cases in the order their limits break. */
export function CaseList({ empty, ...list }: CaseListProps) {
  const say = useWords(recoveryWords);
  const navigate = useNavigate();
  return (
    <DataTable
      {...list}
      label={say('list')}
      columns={useColumns()}
      wrapsFrom={900}
      empty={<EmptyState text={empty} />}
      onOpen={({ id }) => void navigate({ to: '/cases/$id', params: { id } })}
    />
  );
}

function useColumns(): Column<CaseRow>[] {
  const say = useWords(recoveryWords);
  return [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      width: 150,
      show: ({ id, customer }) => (
        <Link to="/cases/$id" params={{ id }}>
          {customer.name} <span className="soft">{customer.number}</span>
        </Link>
      ),
    },
    { key: 'clock', title: say('clock'), width: 130, show: (row) => <CaseClock of={row} /> },
    {
      key: 'words',
      title: say('words'),
      show: (row) => (
        <>
          <span className="line">
            <span className="soft">{say(`kind.${row.kind}`)}</span>
            <CaseMarks of={row} />
          </span>
          <span className={row.words ? 'case-words' : 'case-words soft'}>
            {row.words ?? say('words.none')}
          </span>
        </>
      ),
    },
    {
      key: 'score',
      title: say('score'),
      width: 80,
      show: ({ firstScore, secondScore }) =>
        secondScore === null ? (firstScore ?? '–') : `${firstScore ?? '–'} → ${secondScore}`,
    },
    {
      key: 'step',
      title: say('step'),
      width: 170,
      show: ({ step, state, owner }) =>
        state === 'open' ? (
          <>
            {say(`step.${step}`)}
            <br />
            <span className="soft">{owner?.name ?? say('owner.nobody')}</span>
          </>
        ) : (
          say('state.closed')
        ),
    },
  ];
}
