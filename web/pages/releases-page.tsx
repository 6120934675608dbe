import { Segmented } from 'antd';
import { releaseClocks, type ReleaseClock } from '#domain/ownership/release-rules.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { LeftOwners } from '#web/modules/handovers/left-owners.tsx';
import { ReleaseBoard } from '#web/modules/ownership/release-board.tsx';
import { ReleaseFilter } from '#web/modules/ownership/release-filter.ts';
import { ownershipWords } from '#web/modules/ownership/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { PersonSelect } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { useHandoverNames } from './handover-names.ts';

/** The list of who decides on releases: the review of the 1st, and what the week brought. */
export function ReleasesPage() {
  const say = useWords(ownershipWords);
  const [filter, setFilter] = useUrlFilters(ReleaseFilter);
  const colleagues = useStaff().data?.items ?? [];
  const names = useHandoverNames();

  return (
    <Page
      title={say('releases')}
      about={say('releases.about')}
      actions={
        <>
          <Select<'any' | ReleaseClock>
            aria-label={say('any.clock')}
            value={filter.clock ?? 'any'}
            popupMatchSelectWidth={false}
            onChange={(clock) => setFilter({ clock: clock === 'any' ? undefined : clock })}
            options={[
              { value: 'any', label: say('any.clock') },
              ...releaseClocks.map((value) => ({ value, label: say(`clock.${value}`) })),
            ]}
          />
          <PersonSelect
            allowClear
            aria-label={say('owner')}
            placeholder={say('any.owner')}
            style={{ width: 180 }}
            people={colleagues.filter(({ role }) => role === 'consultant' || role === 'web_consultant')}
            value={filter.ownerId ?? null}
            onChange={(ownerId) => setFilter({ ownerId })}
          />
          <Segmented
            value={filter.state}
            onChange={(state) => setFilter({ state })}
            options={(['open', 'decided'] as const).map((value) => ({
              value,
              label: say(`releases.${value}`),
            }))}
          />
        </>
      }
    >
      <LeftOwners colleagues={colleagues} names={names} />
      <ReleaseBoard key={filter.state} filter={filter} onChange={setFilter} colleagues={colleagues} />
    </Page>
  );
}
