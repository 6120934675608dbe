import type { InputRef } from 'antd';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { sections, type Section, type WorklistRow as Row } from '#domain/followups/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { ErrorState, LoadingState } from '#web/ui/states.tsx';
import { useDrafts } from '../drafts.ts';
import { pageSize, type Today } from '../today.ts';
import { followupsWords } from '../words.ts';
import { EmptyWorklist } from './empty-worklist.tsx';
import { SectionCounters } from './section-counters.tsx';
import { WorklistFilters } from './worklist-filters.tsx';
import { WorklistHead } from './worklist-head.tsx';
import { WorklistPager } from './worklist-pager.tsx';
import { WorklistRow } from './worklist-row.tsx';
import './worklist.css';

interface WorklistPanelProps {
  today: Today;
  colleagues: readonly Colleague[];
  searchBox: Ref<InputRef>;
  onHelp: () => void;
}

/** Today's customers, whose window breaks first on top. */
export function WorklistPanel({ today, colleagues, searchBox, onHelp }: WorklistPanelProps) {
  const say = useWords(followupsWords);
  const { list, filter, change } = today;

  return (
    <section className="worklist" aria-label={say('list')}>
      <WorklistHead list={list.data} onHelp={onHelp} />
      <SectionCounters
        counters={list.data?.counters}
        section={filter.section}
        onChoose={(section) => change({ section })}
      />
      <WorklistFilters today={today} colleagues={colleagues} searchBox={searchBox} />
      <Rows today={today} />
      <WorklistPager
        page={filter.page}
        pageSize={pageSize}
        total={list.data?.total ?? 0}
        onTurn={(page) => change({ page })}
      />
    </section>
  );
}

function Rows({ today }: { today: Today }) {
  const { list, customerId, open } = today;
  const box = useRef<HTMLDivElement>(null);
  const drafts = useDrafts();

  useEffect(() => {
    box.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [customerId]);

  const rows = list.data?.items;
  if (!rows && list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!rows) return <LoadingState rows={12} />;
  if (rows.length === 0) return <EmptyWorklist today={today} />;
  return (
    <div ref={box} className={list.isPlaceholderData ? 'worklist-rows on-its-way' : 'worklist-rows'}>
      {bySection(rows).map(([section, ofSection]) => (
        <SectionOfRows key={section} section={section}>
          {ofSection.map((row) => (
            <WorklistRow
              key={row.customer.id}
              row={row}
              draft={drafts.get(row.customer.id)}
              showsHolder={today.scope !== 'mine'}
              isOpen={row.customer.id === customerId}
              onOpen={() => open(row.customer.id)}
            />
          ))}
        </SectionOfRows>
      ))}
    </div>
  );
}

function SectionOfRows({ section, children }: { section: Section; children: ReactNode }) {
  const say = useWords(followupWords);
  return (
    <section>
      <h2 className="worklist-section">{say(`section.${section}`)}</h2>
      <ol>{children}</ol>
    </section>
  );
}

/** In the order of the sections, which is also the server's. */
function bySection(rows: readonly Row[]): [Section, Row[]][] {
  return sections.flatMap((section): [Section, Row[]][] => {
    const ofSection = rows.filter((row) => row.section === section);
    return ofSection.length === 0 ? [] : [[section, ofSection]];
  });
}
