import { DatePicker } from 'antd';
import { useState } from 'react';
import { AskEvidence } from '#domain/evidence/contract.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useEvidence } from '#web/modules/evidence/api.ts';
import { EvidenceCalls } from '#web/modules/evidence/evidence-calls.tsx';
import { EvidenceTable, type Behind } from '#web/modules/evidence/evidence-table.tsx';
import { ImportCallLog } from '#web/modules/evidence/import-button.tsx';
import { EvidenceRulesPanel } from '#web/modules/evidence/rules-panel.tsx';
import { evidenceWords } from '#web/modules/evidence/words.ts';
import { Page } from '#web/ui/page.tsx';

const Filter = AskEvidence.omit({ clinicId: true });

/** What shows that the calls of these days were made, person by person, with the list behind each number. */
export function EvidencePage() {
  const say = useWords(evidenceWords);
  const dates = useDates();
  const mayImport = useMay('imports.run');
  const mayManage = useMay('protocols.manage');
  const [asked, setAsked] = useUrlFilters(Filter);
  const [behind, setBehind] = useState<Behind | null>(null);
  const evidence = useEvidence(asked);
  const report = evidence.data;
  const days = report && { from: report.from, to: report.to };

  return (
    <Page title={say('title')} about={say('about')}>
      <div className="filters">
        {(['from', 'to'] as const).map((end) => (
          <DatePicker
            key={end}
            allowClear={false}
            aria-label={say(end)}
            value={days ? pickable(days[end]) : null}
            onChange={(day) => days && day && setAsked({ ...days, [end]: pickedDay(day) })}
          />
        ))}
      </div>
      <div className="rows">
        {mayImport && <ImportCallLog />}
        <EvidenceTable
          report={report}
          error={evidence.error}
          onRetry={() => void evidence.refetch()}
          onBehind={setBehind}
        />
        {report && (
          <p className="soft" style={{ margin: 0 }}>
            {report.lastLogAt ? say('log.last', { at: dates.dateTime(report.lastLogAt) }) : say('log.never')}
          </p>
        )}
        {behind && days && (
          <EvidenceCalls
            key={JSON.stringify(behind)}
            asked={days}
            behind={behind}
            name={report.people.find(({ staffId }) => staffId === behind.staffId)?.name ?? null}
            onClose={() => setBehind(null)}
          />
        )}
        {mayManage && <EvidenceRulesPanel />}
      </div>
    </Page>
  );
}
