import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Capacity } from '#domain/capacity/contract.ts';
import { doersFirst, workOf } from '#domain/staff/role.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useCapacity, useCapacityRules } from '#web/modules/capacity/api.ts';
import { CapacityBoard, type ChosenDay } from '#web/modules/capacity/capacity-board.tsx';
import { DayDrawer } from '#web/modules/capacity/day-drawer.tsx';
import { DecisionsTable } from '#web/modules/capacity/decisions-table.tsx';
import { NobodysDrawer } from '#web/modules/capacity/nobodys-drawer.tsx';
import { RulesDrawer } from '#web/modules/capacity/rules-drawer.tsx';
import { capacityWords } from '#web/modules/capacity/words.ts';
import { HandOverDialog } from '#web/modules/followups/hand-over-dialog.tsx';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How full everybody's days are, a week before it hurts, and what can be done about it. */
export function CapacityPage() {
  const say = useWords(capacityWords);
  const mayManage = useMay('protocols.manage');
  const capacity = useCapacity();
  const rules = useCapacityRules();
  const staff = useStaff().data?.items ?? [];
  const [chosen, setChosen] = useState<ChosenDay | null>(null);
  const [ruling, setRuling] = useState(false);
  const [isShowingNobodys, setIsShowingNobodys] = useState(false);
  const [handedOver, setHandedOver] = useState<string[]>([]);
  const over = staff.find(({ id }) => id === chosen?.staffId);
  const colleagues = doersFirst(
    staff.filter((person) => person.state === 'active' && person.role !== 'admin'),
    over ? workOf(over) : [],
  );
  const nameOf = (id: string) => staff.find((person) => person.id === id)?.name ?? '';

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        mayManage && (
          <Button disabled={!rules.data} onClick={() => setRuling(true)}>
            {say('rules')}
          </Button>
        )
      }
    >
      <div className="capacity-page">
        <Loaded of={capacity}>
          {(capacity) => (
            <>
              <Warning capacity={capacity} onShowNobodys={() => setIsShowingNobodys(true)} />
              <CapacityBoard capacity={capacity} onOpen={setChosen} />
            </>
          )}
        </Loaded>
        <h2>{say('decisions')}</h2>
        <DecisionsTable />
      </div>
      {chosen && (
        <DayDrawer
          chosen={{ ...chosen, name: nameOf(chosen.staffId) }}
          colleagues={colleagues}
          onClose={() => setChosen(null)}
        />
      )}
      {isShowingNobodys && (
        <NobodysDrawer onHandOver={setHandedOver} onClose={() => setIsShowingNobodys(false)} />
      )}
      {handedOver.length > 0 && (
        <HandOverDialog ids={handedOver} colleagues={colleagues} onClose={() => setHandedOver([])} />
      )}
      {rules.data && (
        <RulesDrawer
          key={rules.data.version}
          view={rules.data}
          open={ruling}
          onClose={() => setRuling(false)}
        />
      )}
    </Page>
  );
}

interface WarningProps {
  capacity: Capacity;
  onShowNobodys: () => void;
}

function Warning({ capacity: { warning, heldByNobody }, onShowNobodys }: WarningProps) {
  const say = useWords(capacityWords);
  const { people, days, contacts } = warning;
  const nobody = heldByNobody > 0 ? ` ${say('nobody.holds', { count: heldByNobody })}` : '';
  return (
    <Alert
      className="capacity-warning"
      showIcon
      type={contacts > 0 ? 'warning' : 'success'}
      action={
        heldByNobody > 0 && (
          <Button size="small" onClick={onShowNobodys}>
            {say('nobody.show')}
          </Button>
        )
      }
      title={`${contacts > 0 ? say('fits.not', { people, days, contacts }) : say('fits.all')}${nobody}`}
    />
  );
}
