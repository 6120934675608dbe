import { Link } from '@tanstack/react-router';
import { Checkbox, Segmented } from 'antd';
import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { ListCases } from '#domain/recovery/contract.ts';
import { firstScope } from '#domain/staff/first-scope.ts';
import { useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useCases } from '#web/modules/recovery/api.ts';
import { CaseBoard } from '#web/modules/recovery/case-board.tsx';
import { CaseList } from '#web/modules/recovery/case-list.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import '#web/modules/recovery/recovery.css';

const Filter = ListCases.omit({ clinicId: true }).extend({
  /** Whose, where somebody chose; else as the person's work is. */
  scope: ListCases.shape.scope.unwrap().optional(),
  view: z.enum(['board', 'list']).default('board'),
  /** Which one is open beside the board. */
  open: idShape.optional(),
});
/** So many stand on the board; who has more turns the pages of the list. */
const onBoard = 200;

/** Who is unhappy, with whom it is, and what breaks next. */
export function CasesPage() {
  const say = useWords(recoveryWords);
  const number = useNumber();
  const [filter, setFilter] = useUrlFilters(Filter);
  const { view, open, ...narrowed } = filter;
  const { state, breaking } = filter;
  const { role } = useMe();
  const scope = filter.scope ?? firstScope('cases', role);
  const wanted = { ...narrowed, scope };
  const nothing = scope === 'all' ? 'none' : 'none.here';
  const isBoard = view === 'board' && state === 'open';
  const cases = useCases(isBoard ? { ...wanted, page: 1, pageSize: onBoard } : wanted);
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
            onChange={(scope) => setFilter({ scope, open: undefined })}
          />
          <Segmented
            value={state}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: say(`state.${value}`) }))}
            onChange={(state) => setFilter({ state, breaking: undefined, open: undefined })}
          />
          {state === 'open' && (
            <Checkbox
              checked={breaking === 'yes'}
              onChange={({ target }) => setFilter({ breaking: target.checked ? 'yes' : undefined })}
            >
              {say('breaking.only')}
            </Checkbox>
          )}
          {state === 'open' && (
            <>
              <span className="push" />
              <Segmented
                value={view}
                options={(['board', 'list'] as const).map((value) => ({
                  value,
                  label: say(`view.${value}`),
                }))}
                onChange={(view) => setFilter({ view, open: undefined })}
              />
            </>
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
        {isBoard ? (
          <Loaded of={cases}>
            {({ items, total }) => (
              <>
                {total > items.length && (
                  <p className="soft">
                    {say('board.more', { shown: number(items.length), all: number(total) })}
                  </p>
                )}
                <CaseBoard
                  rows={items}
                  empty={say(nothing)}
                  openId={open}
                  onOpen={(open) => setFilter({ open })}
                />
              </>
            )}
          </Loaded>
        ) : (
          <CaseList
            rows={cases.data?.items}
            error={cases.error}
            onRetry={() => void cases.refetch()}
            refreshing={cases.isPlaceholderData}
            empty={say(state === 'open' ? nothing : 'none.closed')}
            paging={{
              page: filter.page,
              pageSize: filter.pageSize,
              total: cases.data?.total ?? 0,
              onChange: (page, pageSize) => setFilter({ page, pageSize }),
            }}
          />
        )}
      </div>
    </Page>
  );
}
