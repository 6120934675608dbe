import { InfoCircleOutlined } from '@ant-design/icons';
import { Button, Tooltip, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { sections, type Section, type WorklistRow as Row } from '#domain/followups/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { ErrorState, LoadingState } from '#web/ui/states.tsx';
import { useDrafts } from '../drafts.ts';
import { HandOverDialog } from '../hand-over-dialog.tsx';
import { pageSize, type Today } from '../today.ts';
import { useChosen } from '../use-chosen.ts';
import { followupsWords } from '../words.ts';
import { EmptyWorklist } from './empty-worklist.tsx';
import { HeldBack } from './held-back.tsx';
import type { ClassOption } from './more-filters.tsx';
import { SectionCounters } from './section-counters.tsx';
import { WorklistFilters } from './worklist-filters.tsx';
import { WorklistHead } from './worklist-head.tsx';
import { WorklistPager } from './worklist-pager.tsx';
import { WorklistRow } from './worklist-row.tsx';
import './worklist.css';

interface WorklistPanelProps {
  today: Today;
  colleagues: readonly Colleague[];
  classes: readonly ClassOption[];
  searchBox: Ref<InputRef>;
  onHelp: () => void;
}

/** Today's customers, whose window breaks first on top. */
export function WorklistPanel({ today, colleagues, classes, searchBox, onHelp }: WorklistPanelProps) {
  const say = useWords(followupsWords);
  const { list, filter, change, customerId } = today;
  const rows = list.data?.items ?? [];
  const { chosen, choose, chooseNone } = useChosen(rows.map(({ customer }) => customer.id));
  const [handing, setHanding] = useState(false);
  const chosenIds = rows
    .filter(({ customer }) => chosen.has(customer.id))
    .flatMap(({ followups }) => followups.map(({ id }) => id));
  useKeys({ x: () => customerId && choose(customerId, !chosen.has(customerId)) });

  return (
    <section className="worklist" aria-label={say('list')}>
      <WorklistHead list={list.data} onHelp={onHelp} />
      <SectionCounters
        counters={list.data?.counters}
        section={filter.section}
        onChoose={(section) => change({ section })}
      />
      <WorklistFilters today={today} colleagues={colleagues} classes={classes} searchBox={searchBox} />
      <Rows today={today} chosen={chosen} onChoose={choose} />
      <HeldBack today={today} />
      {chosen.size > 0 && (
        <div className="worklist-chosen">
          <span>{say('chosen', { count: chosen.size })}</span>
          <Button size="small" onClick={chooseNone}>
            {say('select.none')}
          </Button>
          <Button size="small" type="primary" onClick={() => setHanding(true)}>
            {say('assign')}
          </Button>
        </div>
      )}
      <WorklistPager
        page={filter.page}
        pageSize={pageSize}
        total={list.data?.total ?? 0}
        onTurn={(page) => change({ page })}
      />
      {handing && (
        <HandOverDialog
          ids={chosenIds}
          colleagues={colleagues}
          onClose={() => setHanding(false)}
          onDone={chooseNone}
        />
      )}
    </section>
  );
}

interface RowsProps {
  today: Today;
  chosen: ReadonlySet<string>;
  onChoose: (id: string, isChosen: boolean) => void;
}

function Rows({ today, chosen, onChoose }: RowsProps) {
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
              isChosen={chosen.has(row.customer.id)}
              onChoose={(isChosen) => onChoose(row.customer.id, isChosen)}
            />
          ))}
        </SectionOfRows>
      ))}
    </div>
  );
}

function SectionOfRows({ section, children }: { section: Section; children: ReactNode }) {
  const say = useWords(followupWords);
  const sayOrder = useWords(followupsWords);
  return (
    <section>
      <h2 className="worklist-section">
        {say(`section.${section}`)}
        <Tooltip title={sayOrder(`order.${section}`)}>
          <InfoCircleOutlined className="worklist-order" aria-label={sayOrder(`order.${section}`)} />
        </Tooltip>
      </h2>
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
