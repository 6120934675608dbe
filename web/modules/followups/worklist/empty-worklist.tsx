import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { useWorklist } from '../api.ts';
import type { Today } from '../today.ts';
import { noMoreFilters } from './more-filters.tsx';
import { followupsWords } from '../words.ts';

/** Nothing under these filters, or nothing at all; either way it says what comes next. */
export function EmptyWorklist({ today }: { today: Today }) {
  const say = useWords(followupsWords);
  const dates = useDates();
  const mayCreate = useMay('customers.write');
  const { filter, change, scope } = today;
  const { scope: _scope, page: _page, customer: _customer, ...narrowed } = filter;
  const isFiltered = Object.values(narrowed).some(Boolean);
  const ahead = useWorklist({ scope, page: 1, pageSize: 1 });
  const next = ahead.data?.items[0];
  const nextAt = ahead.data?.nextAt;
  const comesAt = next && (next.nextTryAt ?? next.opensAt);
  const now = useNow();
  const isBeginning = ahead.data !== undefined && !next && !nextAt && scope === 'all';
  const isAhead = comesAt !== undefined && comesAt > now;

  return (
    <EmptyState
      text={say(isFiltered ? 'empty.filtered' : 'empty')}
      action={
        <div className="rows" style={{ alignItems: 'center' }}>
          <span className="soft">
            {!next
              ? nextAt
                ? say('empty.nextAt', { at: dates.shortDateTime(nextAt) })
                : say(isBeginning ? 'empty.begin' : 'empty.later')
              : isAhead
                ? say('empty.next', { name: next.customer.name, at: dates.shortDateTime(comesAt) })
                : say('empty.now', { name: next.customer.name, count: ahead.data?.customers ?? 1 })}
          </span>
          {isBeginning && mayCreate && (
            <Link to="/customers">
              <Button>{say('empty.toCustomers')}</Button>
            </Link>
          )}
          {isFiltered && (
            <Button
              onClick={() =>
                change({
                  ...{ section: undefined, protocol: undefined, holder: undefined, search: undefined },
                  ...noMoreFilters,
                })
              }
            >
              {say('filters.clear')}
            </Button>
          )}
        </div>
      }
    />
  );
}
