import { useState } from 'react';
import { useWords } from '#web/lib/words.ts';
import { NewCustomers } from '#web/modules/handovers/new-customers.tsx';
import { useMine } from '#web/modules/ownership/api.ts';
import { OwnCustomers } from '#web/modules/ownership/own-customers.tsx';
import { OwnWarnings } from '#web/modules/ownership/own-warnings.tsx';
import { ownershipWords } from '#web/modules/ownership/words.ts';
import { IncompleteRecords } from '#web/modules/records/incomplete-records.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useHandoverNames } from './handover-names.ts';

/** Whose owner I am, and whom I am about to lose. */
export function OwnershipPage() {
  const say = useWords(ownershipWords);
  const [page, setPage] = useState({ page: 1, pageSize: 50 });
  const mine = useMine(page);
  const names = useHandoverNames();

  return (
    <Page title={say('mine')} about={say('mine.about')}>
      <Loaded of={mine}>
        {(data) => (
          <div className="rows">
            <NewCustomers names={names} />
            <h2 style={{ fontSize: 14, margin: 0 }}>{say('warnings', { count: data.warnings.length })}</h2>
            <OwnWarnings warnings={data.warnings} />
            <h2 style={{ fontSize: 14, margin: 0 }}>{say('mine')}</h2>
            <OwnCustomers
              mine={data}
              page={page}
              onPage={(next, pageSize) => setPage({ page: next, pageSize })}
            />
            <IncompleteRecords />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
