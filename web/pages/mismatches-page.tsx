import { Segmented } from 'antd';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { MismatchFilter } from '#web/modules/ledger/mismatch-filter.ts';
import { MismatchTable } from '#web/modules/ledger/mismatch-table.tsx';
import { ledgerWords } from '#web/modules/ledger/words.ts';
import { Page } from '#web/ui/page.tsx';

/** Where visits, charts, bookings and the books disagree. */
export function MismatchesPage() {
  const say = useWords(ledgerWords);
  const [filter, setFilter] = useUrlFilters(MismatchFilter);

  return (
    <Page
      title={say('mismatches')}
      about={say('mismatches.about')}
      actions={
        <Segmented
          value={filter.state}
          onChange={(state) => setFilter({ state })}
          options={(['open', 'resolved'] as const).map((value) => ({
            value,
            label: say(`mismatches.${value}`),
          }))}
        />
      }
    >
      <MismatchTable filter={filter} onChange={setFilter} />
    </Page>
  );
}
