import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { DayItem, DayLoad, DecisionKind } from '#domain/capacity/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useDayLoad } from './api.ts';
import type { ChosenDay } from './capacity-board.tsx';
import { useChosen, useChosenColumns, type Chosen } from './chosen-columns.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { capacityWords } from './words.ts';

interface DayDrawerProps {
  chosen: ChosenDay & { name: string };
  colleagues: readonly Colleague[];
  onClose: () => void;
}

/** What makes up somebody's day, what of it does not fit, and the three ways out. */
export function DayDrawer({ chosen, colleagues, onClose }: DayDrawerProps) {
  const say = useWords(capacityWords);
  const dates = useDates();
  const { staffId, day, name } = chosen;
  const narrow = useNarrowScreen();
  const load = useDayLoad({ staffId, day });
  return (
    <Drawer
      open
      size={narrow ? '100%' : 1080}
      onClose={onClose}
      title={say('day.title', { name, day: dates.dayWithWeekday(day) })}
    >
      <Loaded of={load}>
        {(load) => <Day key={load.items.length} load={load} colleagues={colleagues} />}
      </Loaded>
    </Drawer>
  );
}

const deeds = ['extend', 'lend', 'drop'] as const;

function Day({ load, colleagues }: { load: DayLoad; colleagues: readonly Colleague[] }) {
  const say = useWords(capacityWords);
  const chosen = useChosen(load.items.filter(({ fits }) => !fits).map(({ followupId }) => followupId));
  const [deciding, setDeciding] = useState<DecisionKind | null>(null);
  const { contacts, capacity, over, staffId, day } = load;
  const maySomeWait = load.items.some(
    ({ followupId, mayWaitDays, isFixed }) => chosen.ids.has(followupId) && mayWaitDays > 0 && !isFixed,
  );
  const first: DecisionKind = maySomeWait ? 'extend' : 'lend';

  return (
    <>
      <p className="line">
        {say('day.figures', { contacts, load: load.load, capacity })}
        {over > 0 && <StatusTag meaning="overdue">{say('over', { count: over })}</StatusTag>}
      </p>
      <div className="decide-bar">
        {deeds.map((kind) => (
          <Button
            key={kind}
            type={kind === first && over > 0 ? 'primary' : 'default'}
            disabled={chosen.ids.size === 0}
            title={say(`${kind}.hint`)}
            onClick={() => setDeciding(kind)}
          >
            {say(kind)}
          </Button>
        ))}
        <span className="soft">{say('chosen', { count: chosen.ids.size })}</span>
      </div>
      <DayTable load={load} chosen={chosen} />
      {deciding && (
        <DecideDialog
          asked={{ kind: deciding, staffId, day, followupIds: [...chosen.ids], toId: null }}
          colleagues={colleagues}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}

interface DayTableProps {
  load: DayLoad;
  chosen: Chosen;
}

function DayTable({ load, chosen }: DayTableProps) {
  const say = useWords(capacityWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const columns: Column<DayItem & { id: string }>[] = [
    ...useChosenColumns(chosen),
    { key: 'kind', title: say('kind'), show: ({ purpose }) => sayClinic(`purpose.${purpose}`) },
    { key: 'minutes', title: say('minutes'), align: 'right', show: ({ minutes }) => minutes },
    {
      key: 'window',
      title: say('window'),
      show: ({ opensOn, closesOn }) => (
        <span className="nowrap">
          {opensOn === closesOn
            ? dates.shortDay(closesOn)
            : `${dates.shortDay(opensOn)} – ${dates.shortDay(closesOn)}`}
        </span>
      ),
    },
    { key: 'remarks', title: say('remarks'), show: (item) => <Remarks item={item} /> },
  ];
  const rows = load.items.map((item) => ({ ...item, id: item.followupId }));
  return (
    <DataTable
      label={say('people')}
      columns={columns}
      rows={rows}
      empty={<EmptyState text={say(load.contacts > 0 ? 'day.hidden' : 'day.empty')} />}
    />
  );
}

function Remarks({ item }: { item: DayItem }) {
  const say = useWords(capacityWords);
  const dates = useDates();
  const { fits, isFixed, holderName, wantedOn, mayWaitDays } = item;
  return (
    <span className="line">
      {!fits && <StatusTag meaning="overdue">{say('item.unfit')}</StatusTag>}
      {isFixed && (
        <StatusTag meaning="neutral" icon={null}>
          {say('item.fixed')}
        </StatusTag>
      )}
      {holderName && <span className="soft">{say('item.for', { name: holderName })}</span>}
      {wantedOn && <span className="soft">{say('item.wanted', { day: dates.shortDay(wantedOn) })}</span>}
      {mayWaitDays > 0 && !isFixed && (
        <span className="soft">{say('item.waits', { days: mayWaitDays })}</span>
      )}
    </span>
  );
}
