import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { AuditFilter } from '#web/modules/audit/api.ts';
import { AuditFilters } from '#web/modules/audit/audit-filters.tsx';
import { AuditTable } from '#web/modules/audit/audit-table.tsx';
import { auditWords } from '#web/modules/audit/words.ts';
import { Page } from '#web/ui/page.tsx';

export function AuditPage() {
  const say = useWords(auditWords);
  const [filter, setFilter] = useUrlFilters(AuditFilter);
  return (
    <Page title={say('title')} about={say('about')}>
      <AuditFilters filter={filter} onChange={setFilter} />
      <AuditTable filter={filter} onChange={setFilter} />
    </Page>
  );
}
