import { DatePicker } from 'antd';
import { useState } from 'react';
import { AskSatisfaction, type ListAsked, type ListRatings } from '#domain/forms/figures-contract.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useMonthRound, useSatisfaction } from '#web/modules/forms/api.ts';
import { AskedDrawer } from '#web/modules/forms/asked-drawer.tsx';
import { FiguresBoard } from '#web/modules/forms/figures-board.tsx';
import { GapTable } from '#web/modules/forms/gap-table.tsx';
import { RatingsDrawer } from '#web/modules/forms/ratings-drawer.tsx';
import { RoundBoard } from '#web/modules/forms/round-board.tsx';
import { formWords } from '#web/modules/forms/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How content the customers are, how sure that is, and how far last month's round has come. */
export function SatisfactionPage() {
  const say = useWords(formWords);
  const [filters, setFilters] = useUrlFilters(AskSatisfaction);
  const [list, setList] = useState<Omit<ListRatings, 'page' | 'pageSize'> | null>(null);
  const [asked, setAsked] = useState<Omit<ListAsked, 'page' | 'pageSize' | 'state'> | null>(null);
  const [month, setMonth] = useState<string | undefined>();
  const figures = useSatisfaction(filters);
  const round = useMonthRound(month === undefined ? {} : { month });
  const { from = figures.data?.from, to = figures.data?.to } = filters;
  return (
    <Page
      title={say('sat.title')}
      about={say('sat.about')}
      actions={
        <DatePicker.RangePicker
          aria-label={`${say('from')} ${say('to')}`}
          allowClear={false}
          value={from && to ? [pickable(from), pickable(to)] : null}
          onChange={(range) =>
            range?.[0] && range[1] && setFilters({ from: pickedDay(range[0]), to: pickedDay(range[1]) })
          }
        />
      }
    >
      <div className="rows">
        <Loaded of={round}>{(round) => <RoundBoard round={round} onMonth={setMonth} />}</Loaded>
        <Loaded of={figures}>
          {(figures) => (
            <>
              <FiguresBoard
                figures={figures}
                how={filters.how}
                onBy={(by) => setFilters({ by })}
                onHow={(how) => setFilters({ how })}
                onList={setList}
                onAsked={setAsked}
              />
              <GapTable gaps={figures.gaps} />
            </>
          )}
        </Loaded>
      </div>
      <AskedDrawer wanted={asked} onClose={() => setAsked(null)} />
      <RatingsDrawer wanted={list} onClose={() => setList(null)} />
    </Page>
  );
}
