import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Segmented } from 'antd';
import { useState } from 'react';
import { outcomes } from '#domain/consultations/consultation.ts';
import type { ConsultationRow } from '#domain/consultations/contract.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useConsultations, useOutcomes, useWhyNot } from '#web/modules/consultations/api.ts';
import { ConsultationFilter } from '#web/modules/consultations/consultation-filter.ts';
import { ConsultationTable } from '#web/modules/consultations/consultation-table.tsx';
import { OutcomesBoard } from '#web/modules/consultations/outcomes-board.tsx';
import { WhyNotDrawer } from '#web/modules/consultations/why-not-drawer.tsx';
import { consultationsWords } from '#web/modules/consultations/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { PersonSelect } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** Who asked and is not decided, the forgotten ones first; and what became of the others. */
export function ConsultationsPage() {
  const say = useWords(consultationsWords);
  const number = useNumber();
  const navigate = useNavigate();
  const [filter, setFilter] = useUrlFilters(ConsultationFilter);
  const colleagues = useStaff().data?.items ?? [];
  const list = useConsultations(filter).data;
  const isOpen = filter.state === 'open';
  const open = ({ customerId, id, state }: ConsultationRow) =>
    void navigate({
      to: '/customers/$id',
      params: { id: customerId },
      ...(state === 'open' && { search: { consultation: id } as never }),
    });

  return (
    <Page
      title={say('title')}
      about={
        isOpen && list
          ? say('list.open', { total: number(list.total), stuck: number(list.stuck) })
          : say('about')
      }
      actions={
        <>
          <Reasons />
          <Segmented
            value={filter.state}
            onChange={(state) => setFilter({ state, outcome: undefined, from: undefined, to: undefined })}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: say(`state.${value}`) }))}
          />
        </>
      }
    >
      {!isOpen && <Closed filter={filter} onChange={setFilter} />}
      <div className="filters">
        <PersonSelect
          allowClear
          placeholder={say('consultant.any')}
          aria-label={say('consultant')}
          people={colleagues}
          value={filter.consultantId ?? null}
          onChange={(consultantId) => setFilter({ consultantId: consultantId ?? undefined })}
        />
        {!isOpen && (
          <Select
            allowClear
            placeholder={say('outcome.any')}
            aria-label={say('outcome')}
            value={filter.outcome ?? null}
            onChange={(outcome) => setFilter({ outcome: outcome ?? undefined })}
            options={outcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
          />
        )}
      </div>
      <ConsultationTable filter={filter} onChange={setFilter} onOpen={open} />
    </Page>
  );
}

type Filter = ReturnType<typeof useUrlFilters<typeof ConsultationFilter>>[0];

/** What share of the closed ones were deals; choosing the days also chooses the list. */
function Closed({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const say = useWords(consultationsWords);
  const outcomes = useOutcomes({ from: filter.from, to: filter.to });
  return (
    <Loaded of={outcomes}>
      {(found) => (
        <>
          <div className="filters">
            <DatePicker.RangePicker
              allowClear={false}
              aria-label={say('period.from')}
              value={[pickable(found.from), pickable(found.to)]}
              onChange={(days) =>
                days?.[0] && days[1] && onChange({ from: pickedDay(days[0]), to: pickedDay(days[1]) })
              }
            />
          </div>
          <OutcomesBoard
            outcomes={found}
            onOpen={(list) => onChange({ from: found.from, to: found.to, ...list })}
          />
        </>
      )}
    </Loaded>
  );
}

function Reasons() {
  const say = useWords(consultationsWords);
  const mayManage = useMay('consultations.manage');
  const list = useWhyNot().data;
  const [editing, setEditing] = useState(false);
  if (!mayManage || !list) return null;
  return (
    <>
      <Button onClick={() => setEditing(true)}>{say('reasons')}</Button>
      <WhyNotDrawer list={list} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}
