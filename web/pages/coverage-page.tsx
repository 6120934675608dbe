import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useCheckNow, useCoverage } from '#web/modules/coverage/api.ts';
import { CoverageVerdict } from '#web/modules/coverage/coverage-verdict.tsx';
import { LostFilter } from '#web/modules/coverage/lost-filter.ts';
import { LostTable } from '#web/modules/coverage/lost-table.tsx';
import { coverageWords } from '#web/modules/coverage/words.ts';
import { ReminderDrawer } from '#web/modules/followups/reminder-drawer.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** Whether anybody who came or asked was lost, and what to do about each. */
export function CoveragePage() {
  const say = useWords(coverageWords);
  const number = useNumber();
  const tell = useTell();
  const [filter, setFilter] = useUrlFilters(LostFilter);
  const proof = useCoverage();
  const check = useCheckNow();
  const colleagues = useStaff().data?.items ?? [];
  const [planning, setPlanning] = useState<{ id: string; name: string; clinicId: string } | null>(null);

  const checkNow = () =>
    check.mutate(undefined, {
      onSuccess: ({ kept, of }) => tell.done(say('check.done', { kept: number(kept), of: number(of) })),
      onError: tell.failed,
    });

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          <Link to="/coverage/certificate">{say('certificate')}</Link>
          <Button type="primary" loading={check.isPending} onClick={checkNow}>
            {say('check')}
          </Button>
        </>
      }
    >
      <div className="rows">
        <Loaded of={proof}>
          {(proof) => (
            <>
              <CoverageVerdict proof={proof} />
              <LostTable owners={proof.owners} filter={filter} onChange={setFilter} onPlan={setPlanning} />
            </>
          )}
        </Loaded>
      </div>
      {planning && (
        <ReminderDrawer customer={planning} colleagues={colleagues} open onClose={() => setPlanning(null)} />
      )}
    </Page>
  );
}
