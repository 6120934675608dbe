import { Button, Segmented } from 'antd';
import { z } from 'zod';
import { ListPool, type PoolCustomer } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useClaim, usePool } from './api.ts';
import { PersonLink } from './person-link.tsx';
import { ownershipWords } from './words.ts';
import './ownership.css';

export const PoolFilter = z.object({
  search: ListPool.shape.search,
  released: ListPool.shape.released,
  page: ListPool.shape.page,
  pageSize: ListPool.shape.pageSize.default(50),
});
type Filter = z.output<typeof PoolFilter>;

interface PoolBoardProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
}

/** Customers without an owner, to be found and claimed. */
export function PoolBoard({ filter, onChange }: PoolBoardProps) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const pool = usePool(filter);
  const columns: Column<PoolCustomer & { id: string }>[] = [
    { key: 'customer', title: say('customer'), leads: true, show: (row) => <PersonLink {...row} /> },
    {
      key: 'visit',
      title: say('lastVisit'),
      show: ({ customer }) =>
        customer.lastVisitOn === null ? (
          <span className="soft">{say('never')}</span>
        ) : (
          dates.day(customer.lastVisitOn)
        ),
    },
    {
      key: 'released',
      title: say('released'),
      show: ({ releasedAt, formerOwnerName }) =>
        releasedAt === null ? (
          <span className="soft">{say('released.never')}</span>
        ) : (
          say('released.by', { at: dates.dayOfInstant(releasedAt), name: formerOwnerName ?? '–' })
        ),
    },
    { key: 'claim', title: '', align: 'right', show: (row) => <Claim row={row} /> },
  ];

  return (
    <>
      <div className="line decide-bar">
        <SearchBox
          label={say('pool.search')}
          value={filter.search}
          onSearch={(search) => onChange({ search })}
          style={{ width: 300, maxWidth: '100%' }}
        />
        <Segmented
          value={filter.released ?? 'all'}
          options={[
            { value: 'all', label: say('pool.all') },
            { value: 'yes', label: say('pool.released') },
          ]}
          onChange={(value) => onChange({ released: value === 'yes' ? 'yes' : undefined })}
        />
      </div>
      <DataTable
        label={say('pool.title')}
        columns={columns}
        rows={pool.data?.items.map((item) => ({ ...item, id: item.customer.id }))}
        error={pool.error}
        onRetry={() => void pool.refetch()}
        refreshing={pool.isPlaceholderData}
        empty={<EmptyState text={say('pool.none')} />}
        paging={{
          page: filter.page,
          pageSize: filter.pageSize,
          total: pool.data?.total ?? 0,
          onChange: (page, pageSize) => onChange({ page, pageSize }),
        }}
      />
    </>
  );
}

function Claim({ row: { customer, refusal } }: { row: PoolCustomer }) {
  const say = useWords(ownershipWords);
  const tell = useTell();
  const claim = useClaim();
  const mayClaim = useMay('ownership.claim');
  if (!mayClaim) return null;
  if (refusal !== null) return <span className="soft">{refusalText(say, refusal)}</span>;
  return (
    <Button
      size="small"
      loading={claim.isPending}
      aria-label={`${say('claim')} ${customer.name}`}
      onClick={() =>
        claim.mutate(customer.id, {
          onSuccess: () => tell.done(`${say('claimed', { name: customer.name })} · ${say('claimed.next')}`),
          onError: tell.failed,
        })
      }
    >
      {say('claim')}
    </Button>
  );
}

function refusalText(say: ReturnType<typeof useWords<typeof ownershipWords.zh>>, refusal: string): string {
  const key = `refusal.${refusal}`;
  return hasWord(ownershipWords, key) ? say(key as 'refusal.cooldown') : refusal;
}
