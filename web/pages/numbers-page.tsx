import { Segmented } from 'antd';
import { z } from 'zod';
import { pageQuery } from '#domain/base/paging.ts';
import { numberFaults } from '#domain/numbers/number-fault.ts';
import { useChosenClinic } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useBrokenNumbers } from '#web/modules/numbers/api.ts';
import { NumbersTable } from '#web/modules/numbers/numbers-table.tsx';
import { numbersWords } from '#web/modules/numbers/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';

const Filter = z.object({
  fault: z.enum(numberFaults).optional(),
  page: pageQuery.page,
  pageSize: pageQuery.pageSize,
});

/** Customers who cannot be reached by the number on record (C5). */
export function NumbersPage() {
  const say = useWords(numbersWords);
  const clinic = useChosenClinic();
  const [{ fault, page, pageSize }, setFilter] = useUrlFilters(Filter);
  const numbers = useBrokenNumbers({ fault, page, pageSize, clinicId: clinic?.id });
  const counts = numbers.data?.counts;
  const narrow = useNarrowScreen();
  const choice = (counts: NonNullable<typeof numbers.data>['counts']) => ({
    'aria-label': say('title'),
    value: fault ?? 'all',
    options: [
      {
        value: 'all',
        label: say('all', { count: Object.values(counts).reduce((sum, each) => sum + each, 0) }),
      },
      ...numberFaults.map((value) => ({ value, label: say(`tab.${value}`, { count: counts[value] }) })),
    ],
    onChange: (value: string) => setFilter({ fault: numberFaults.find((each) => each === value) }),
  });

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={counts && (narrow ? <Select {...choice(counts)} /> : <Segmented {...choice(counts)} />)}
    >
      <NumbersTable
        numbers={numbers.data}
        error={numbers.error}
        onRetry={() => void numbers.refetch()}
        refreshing={numbers.isPlaceholderData}
        isFiltered={fault !== undefined}
        page={{ page, pageSize, onChange: (page, pageSize) => setFilter({ page, pageSize }) }}
      />
    </Page>
  );
}
