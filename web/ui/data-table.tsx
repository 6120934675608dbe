import { Pagination, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState, ErrorState, LoadingState } from './states.tsx';
import { uiWords } from './words.ts';

export interface Column<Row> {
  key: string;
  title: string;
  show: (row: Row) => ReactNode;
  width?: number | string;
  align?: 'left' | 'right' | 'center';
  /** On a phone this column heads the card, without its title. */
  leads?: boolean;
}

interface Paging {
  page: number;
  pageSize: number;
  total: number;
  /** There are more than `total`; how many nobody counted. */
  andMore?: boolean;
  onChange: (page: number, pageSize: number) => void;
}

interface DataTableProps<Row extends { id: string }> {
  /** For screen readers: what is listed. */
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[] | undefined;
  error?: unknown;
  onRetry?: () => void;
  /** Newer rows are on their way; the old ones stay. */
  refreshing?: boolean;
  paging?: Paging | undefined;
  onOpen?: (row: Row) => void;
  /** Cells wrap their text down to this width of the whole table; without it each stays on one line. */
  wrapsFrom?: number;
  empty?: ReactNode;
}

/** The one way to show a list: a compact table, on a phone a card each. */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { rows, error, onRetry, empty } = props;
  const narrow = useNarrowScreen();
  if (!rows && error) return <ErrorState error={error} {...(onRetry && { onRetry })} />;
  if (!rows) return <LoadingState />;
  if (rows.length === 0 && !props.paging?.total)
    return <div className="panel">{empty ?? <EmptyState />}</div>;
  return narrow ? <Cards {...props} rows={rows} /> : <Grid {...props} rows={rows} />;
}

/** As many as pages can be turned to: where there is more, one row further than was counted. */
const reachable = ({ total, andMore = false }: Paging): number => total + (andMore ? 1 : 0);

const countOf = ({ total, andMore = false }: Paging): string => `${total}${andMore ? '+' : ''}`;

type Shown<Row extends { id: string }> = DataTableProps<Row> & { rows: readonly Row[] };

function Grid<Row extends { id: string }>({
  label,
  columns,
  rows,
  refreshing = false,
  paging,
  onOpen,
  wrapsFrom,
}: Shown<Row>) {
  const say = useWords(uiWords);
  const antColumns: TableColumnsType<Row> = columns.map(({ key, title, show, width, align = 'left' }) => ({
    key,
    title,
    align,
    ...(width !== undefined && { width }),
    render: (_: unknown, row: Row) => show(row),
  }));
  return (
    <Table<Row>
      aria-label={label}
      size="small"
      rowKey="id"
      columns={antColumns}
      dataSource={rows}
      loading={refreshing && { delay: 400 }}
      scroll={{ x: wrapsFrom ?? 'max-content' }}
      {...(onOpen && { onRow: (row) => ({ onClick: () => onOpen(row), style: { cursor: 'pointer' } }) })}
      pagination={
        paging
          ? {
              current: paging.page,
              pageSize: paging.pageSize,
              total: reachable(paging),
              onChange: paging.onChange,
              showSizeChanger: paging.total > 20,
              pageSizeOptions: [20, 50, 100],
              showTotal: () => say('total', { count: countOf(paging) }),
            }
          : false
      }
    />
  );
}

function Cards<Row extends { id: string }>({ label, columns, rows, paging, onOpen }: Shown<Row>) {
  const headFirst = columns.toSorted(
    (one, other) => Number(other.leads ?? false) - Number(one.leads ?? false),
  );
  return (
    <>
      <ul className="cards" aria-label={label}>
        {rows.map((row) => (
          <li key={row.id} className="card" {...(onOpen && { onClick: () => onOpen(row) })}>
            <dl>
              {headFirst.map(({ key, title, show, leads = false }) => (
                <Fact key={key} title={title} leads={leads} value={show(row)} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {paging && reachable(paging) > paging.pageSize && (
        <Pagination
          simple
          align="center"
          style={{ marginTop: 12 }}
          current={paging.page}
          pageSize={paging.pageSize}
          total={reachable(paging)}
          onChange={paging.onChange}
        />
      )}
    </>
  );
}

function Fact({ title, leads, value }: { title: string; leads: boolean; value: ReactNode }) {
  if (value === null || value === undefined || value === false || value === '') return null;
  if (leads) return <dd className="lead">{value}</dd>;
  // What has no title is what can be done with the row.
  if (title === '') return <dd className="corner">{value}</dd>;
  return (
    <>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </>
  );
}
