import { Segmented } from 'antd';
import { ListRedFlags } from '#domain/redflags/contract.ts';
import { firstScope } from '#domain/staff/first-scope.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { RedFlagTable } from '#web/modules/redflags/red-flag-table.tsx';
import { RulesPanel } from '#web/modules/redflags/rules-panel.tsx';
import { redFlagWords } from '#web/modules/redflags/words.ts';
import { Page } from '#web/ui/page.tsx';

const Filter = ListRedFlags.omit({ clinicId: true, customerId: true }).extend({
  scope: ListRedFlags.shape.scope.unwrap().optional(),
});

/** Warning signs that wait for a doctor, what doctors answered, and the figures of the promise. */
export function RedFlagsPage() {
  const say = useWords(redFlagWords);
  const mayManage = useMay('protocols.manage');
  const [filter, setFilter] = useUrlFilters(Filter);
  const { role } = useMe();
  const scope = filter.scope ?? firstScope('redFlags', role);
  return (
    <Page title={say('title')} about={say('about')}>
      <div className="filters">
        <Segmented
          aria-label={say('state')}
          value={filter.state}
          options={(['open', 'answered'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(state) => setFilter({ state, page: 1 })}
        />
        <Segmented
          aria-label={say('scope')}
          value={scope}
          options={(['mine', 'all'] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(scope) => setFilter({ scope, page: 1 })}
        />
      </div>
      <div className="rows">
        <RedFlagTable
          query={{ ...filter, scope }}
          onPage={(page, pageSize) => setFilter({ page, pageSize })}
        />
        {mayManage && <RulesPanel />}
      </div>
    </Page>
  );
}
