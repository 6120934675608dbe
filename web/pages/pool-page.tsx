import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { usePool } from '#web/modules/ownership/api.ts';
import { PoolBoard, PoolFilter } from '#web/modules/ownership/pool-board.tsx';
import { ownershipWords } from '#web/modules/ownership/words.ts';
import { Page } from '#web/ui/page.tsx';

/** Customers for whom nobody answers. */
export function PoolPage() {
  const say = useWords(ownershipWords);
  const [filter, setFilter] = useUrlFilters(PoolFilter);
  const { data } = usePool(filter);

  return (
    <Page
      title={say('pool.title')}
      about={
        data &&
        say('pool.about', {
          claims: data.claimsToday,
          claimsPerDay: data.claimsPerDay,
          overdue: data.overdueFollowups,
          cap: data.overdueCap,
        })
      }
    >
      <PoolBoard filter={filter} onChange={setFilter} />
    </Page>
  );
}
