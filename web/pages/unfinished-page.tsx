import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { DayFilter } from '#web/modules/followups/unfinished/day-filter.tsx';
import { LowSatisfaction } from '#web/modules/followups/unfinished/low-satisfaction.tsx';
import { UnfinishedBoard } from '#web/modules/followups/unfinished/unfinished-board.tsx';
import { UnfinishedFilter } from '#web/modules/followups/unfinished/unfinished-filter.ts';
import { followupsWords } from '#web/modules/followups/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';

/** The supervisor's morning: who was missed, who cannot be reached, who is unhappy. */
export function UnfinishedPage() {
  const say = useWords(followupsWords);
  const [filter, setFilter] = useUrlFilters(UnfinishedFilter);
  const colleagues = useStaff().data?.items ?? [];

  return (
    <Page
      title={say('unfinished')}
      about={say('unfinished.about')}
      actions={<DayFilter day={filter.day} onChange={(day) => setFilter({ day })} />}
    >
      <LowSatisfaction />
      <UnfinishedBoard filter={filter} onChange={setFilter} colleagues={colleagues} />
    </Page>
  );
}
