import { Link } from '@tanstack/react-router';
import { Checkbox, Segmented } from 'antd';
import { ListCases } from '#domain/recovery/contract.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useCases } from '#web/modules/recovery/api.ts';
import { CaseList } from '#web/modules/recovery/case-list.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { Page } from '#web/ui/page.tsx';
import '#web/modules/recovery/recovery.css';

const Filter = ListCases.omit({ clinicId: true });

/** Who is unhappy, with whom it is, and what breaks next. */
export function CasesPage() {
  const say = useWords(recoveryWords);
  const number = useNumber();
  const [filter, setFilter] = useUrlFilters(Filter);
  const cases = useCases(filter);
  const { scope, state, breaking } = filter;
  const counts = cases.data?.counts;

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <Link to="/cases/week">
          <span>{say('week')}</span>
        </Link>
      }
    >
      <div className="rows">
        <div className="line">
          <Segmented
            value={scope}
            options={(['mine', 'department', 'all'] as const).map((value) => ({
              value,
              label: say(`scope.${value}`),
            }))}
            onChange={(scope) => setFilter({ scope })}
          />
          <Segmented
            value={state}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: say(`state.${value}`) }))}
            onChange={(state) => setFilter({ state, breaking: undefined })}
          />
          {state === 'open' && (
            <Checkbox
              checked={breaking === 'yes'}
              onChange={({ target }) => setFilter({ breaking: target.checked ? 'yes' : undefined })}
            >
              {say('breaking.only')}
            </Checkbox>
          )}
        </div>
        {counts && (
          <p className="soft" role="status">
            {say('counts', {
              open: number(counts.open),
              breaking: number(counts.breaking),
              broken: number(counts.broken),
            })}
          </p>
        )}
        <CaseList
          rows={cases.data?.items}
          error={cases.error}
          onRetry={() => void cases.refetch()}
          refreshing={cases.isPlaceholderData}
          empty={say(state === 'open' ? 'none' : 'none.closed')}
          paging={{
            page: filter.page,
            pageSize: filter.pageSize,
            total: cases.data?.total ?? 0,
            onChange: (page, pageSize) => setFilter({ page, pageSize }),
          }}
        />
      </div>
    </Page>
  );
}
