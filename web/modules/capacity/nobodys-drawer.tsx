import { Button, Checkbox, Drawer } from 'antd';
import type { HeldByNobody } from '#domain/capacity/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { useHeldByNobody } from './api.ts';
import { useChosen, useChosenColumns, type Chosen } from './chosen-columns.tsx';
import { capacityWords } from './words.ts';

interface NobodysDrawerProps {
  /** Asks to whom these go. */
  onHandOver: (followupIds: string[]) => void;
  onClose: () => void;
}

/** What nobody holds, so that somebody can be given it. */
export function NobodysDrawer({ onHandOver, onClose }: NobodysDrawerProps) {
  const say = useWords(capacityWords);
  const narrow = useNarrowScreen();
  const held = useHeldByNobody();
  return (
    <Drawer open size={narrow ? '100%' : 880} onClose={onClose} title={say('nobody.title')}>
      <Loaded of={held}>
        {(held) => <Nobodys key={held.items.length} held={held} onHandOver={onHandOver} />}
      </Loaded>
    </Drawer>
  );
}

type Item = HeldByNobody['items'][number];

function Nobodys({
  held: { items, total },
  onHandOver,
}: { held: HeldByNobody } & Pick<NobodysDrawerProps, 'onHandOver'>) {
  const say = useWords(capacityWords);
  const chosen = useChosen();
  const isAll = items.length > 0 && chosen.ids.size === items.length;

  return (
    <>
      <p className="soft">
        {say(items.length < total ? 'nobody.first' : 'nobody.about', { total, shown: items.length })}
      </p>
      <div className="decide-bar">
        <Button type="primary" disabled={chosen.ids.size === 0} onClick={() => onHandOver([...chosen.ids])}>
          {say('nobody.handOver')}
        </Button>
        <Checkbox
          checked={isAll}
          indeterminate={chosen.ids.size > 0 && !isAll}
          onChange={({ target }) =>
            chosen.set(target.checked ? items.map(({ followupId }) => followupId) : [])
          }
        >
          {say('choose.all')}
        </Checkbox>
        <span className="soft">{say('chosen', { count: chosen.ids.size })}</span>
      </div>
      <NobodysTable items={items} chosen={chosen} />
    </>
  );
}

interface NobodysTableProps {
  items: readonly Item[];
  chosen: Chosen;
}

function NobodysTable({ items, chosen }: NobodysTableProps) {
  const say = useWords(capacityWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const columns: Column<Item & { id: string }>[] = [
    ...useChosenColumns(chosen),
    { key: 'role', title: say('nobody.role'), show: ({ role }) => sayClinic(`role.${role}`) },
    { key: 'due', title: say('nobody.due'), show: ({ dueOn }) => dates.shortDay(dueOn) },
    { key: 'window', title: say('nobody.closes'), show: ({ closesOn }) => dates.shortDay(closesOn) },
  ];
  return (
    <DataTable
      label={say('nobody.title')}
      columns={columns}
      rows={items.map((item) => ({ ...item, id: item.followupId }))}
      empty={<EmptyState text={say('nobody.none')} />}
    />
  );
}
