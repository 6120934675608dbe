import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Move, Preview } from '#domain/grading/contract.ts';
import { grades, type Grade, type GradeRuleSet } from '#domain/grading/rule-set.ts';
import { useMoney } from '#web/lib/money.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { usePreview } from './api.ts';
import { useReasonText } from './reason-words.ts';
import { gradingWords } from './words.ts';

interface PreviewPanelProps {
  ruleSet: GradeRuleSet;
  /** The form beside it says something else by now. */
  isStale: boolean;
  onMoves: (count: number) => void;
}

/** How many of each grade now and then, exactly who moves and why, and what the best-paying fifth holds. */
export function PreviewPanel({ ruleSet, isStale, onMoves }: PreviewPanelProps) {
  const [page, setPage] = useState({ page: 1, pageSize: 20 });
  const [shown, setShown] = useState(ruleSet);
  if (shown !== ruleSet) {
    setShown(ruleSet);
    setPage({ page: 1, pageSize: page.pageSize });
  }
  const preview = usePreview(ruleSet, page);
  const total = preview.isPlaceholderData ? null : (preview.data?.moves.total ?? null);
  useEffect(() => {
    if (total !== null) onMoves(total);
  }, [total, onMoves, ruleSet]);

  return (
    <section className="panel" aria-busy={preview.isFetching} style={isStale ? { opacity: 0.55 } : {}}>
      <Loaded of={preview}>
        {(data) => (
          <div className="rows">
            <TopShare top={data.top} />
            <Counts preview={data} />
            <Moves
              moves={data.moves}
              page={page}
              onPage={(next, pageSize) => setPage({ page: next, pageSize })}
            />
          </div>
        )}
      </Loaded>
    </section>
  );
}

function TopShare({ top }: { top: Preview['top'] }) {
  const say = useWords(gradingWords);
  const number = useNumber();
  const money = useMoney();
  if (top.customers === 0) return <p className="soft">{say('top.none')}</p>;
  return (
    <p>
      {say('top', {
        part: '20%',
        topCustomers: number(top.topCustomers),
        customers: number(top.customers),
        share: `${(top.share * 100).toFixed(4)}%`,
        topSum: money(top.topFen),
        sum: money(top.fen),
      })}
    </p>
  );
}

function Counts({ preview: { before, after, customers } }: { preview: Preview }) {
  const say = useWords(gradingWords);
  const number = useNumber();
  const rows: { id: Grade | 'all'; before: number; after: number }[] = [
    ...grades.map((grade) => ({ id: grade, before: before[grade], after: after[grade] })),
    { id: 'all', before: customers, after: customers },
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'grade',
      title: say('grade'),
      leads: true,
      show: ({ id }) => (id === 'all' ? say('all') : <GradeTag grade={id} />),
    },
    { key: 'before', title: say('before'), align: 'right', show: (row) => number(row.before) },
    { key: 'after', title: say('after'), align: 'right', show: (row) => number(row.after) },
    {
      key: 'change',
      title: say('change'),
      align: 'right',
      show: (row) => (row.after === row.before ? '–' : signed(row.after - row.before, number)),
    },
  ];
  return <DataTable label={say('grade')} columns={columns} rows={rows} />;
}

interface MovesProps {
  moves: Preview['moves'];
  page: { page: number; pageSize: number };
  onPage: (page: number, pageSize: number) => void;
}

function Moves({ moves, page, onPage }: MovesProps) {
  const say = useWords(gradingWords);
  const number = useNumber();
  const text = useReasonText();
  const columns: Column<Move & { id: string }>[] = [
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
    {
      key: 'move',
      title: say('move'),
      show: ({ from, to }) => <b>{say('history.step', { before: from, grade: to })}</b>,
    },
    { key: 'why', title: say('reason'), show: ({ reasons }) => reasons.map(text).join(' · ') },
  ];
  return (
    <div>
      <h2>{say('moves', { count: number(moves.total) })}</h2>
      <DataTable
        label={say('moves', { count: number(moves.total) })}
        columns={columns}
        rows={moves.items.map((move) => ({ ...move, id: move.customer.id }))}
        empty={<EmptyState text={say('moves.none')} />}
        wrapsFrom={420}
        paging={{ ...page, total: moves.total, onChange: onPage }}
      />
    </div>
  );
}

function signed(change: number, number: (value: number) => string): string {
  return change > 0 ? `+${number(change)}` : `−${number(-change)}`;
}
