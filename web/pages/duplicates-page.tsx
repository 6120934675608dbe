import { Segmented } from 'antd';
import { z } from 'zod';
import { pageQuery } from '#domain/base/paging.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { DismissedTable } from '#web/modules/identity/dismissed-table.tsx';
import { DuplicateBoard } from '#web/modules/identity/duplicate-board.tsx';
import { MergesTable } from '#web/modules/identity/merges-table.tsx';
import { identityWords } from '#web/modules/identity/words.ts';
import { Page } from '#web/ui/page.tsx';

const tabs = ['open', 'dismissed', 'merged'] as const;
const Filter = z.object({ tab: z.enum(tabs).default('open'), page: pageQuery.page });

/** Who may stand in the books twice, decided pair by pair; and what was decided. */
export function DuplicatesPage() {
  const say = useWords(identityWords);
  const [{ tab, page }, setFilter] = useUrlFilters(Filter);
  const paged = { page, onPage: (next: number) => setFilter({ page: next }) };

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <Segmented
          value={tab}
          options={tabs.map((value) => ({ value, label: say(`tab.${value}`) }))}
          onChange={(value) => setFilter({ tab: value })}
        />
      }
    >
      {tab === 'open' && <DuplicateBoard {...paged} />}
      {tab === 'dismissed' && <DismissedTable {...paged} />}
      {tab === 'merged' && <MergesTable {...paged} />}
    </Page>
  );
}
