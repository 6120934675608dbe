import { PauseCircleOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { HeldBack as Held } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { useHeldBack } from '../api.ts';
import { SpentContacts } from '../spent-contacts.tsx';
import type { Today } from '../today.ts';
import { followupsWords } from '../words.ts';

/** How many are kept off the list because they were contacted often enough; pressed, who, why and until when. */
export function HeldBack({ today }: { today: Today }) {
  const say = useWords(followupsWords);
  const count = useNumber();
  const narrow = useNarrowScreen();
  const [isOpen, setOpen] = useState(false);
  const { data } = useHeldBack(today.question);
  if (!data || data.customers === 0) return null;

  return (
    <div className="held-back">
      <Button type="link" size="small" icon={<PauseCircleOutlined />} onClick={() => setOpen(true)}>
        {say('held', { count: count(data.customers) })}
      </Button>
      <Drawer
        title={say('held', { count: count(data.customers) })}
        open={isOpen}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : 520}
      >
        <p className="soft">{say('held.why')}</p>
        <ul className="held-list">
          {data.items.map((item) => (
            <HeldItem
              key={item.followupId}
              item={item}
              onOpen={() => {
                setOpen(false);
                today.open(item.customer.id);
              }}
            />
          ))}
        </ul>
        {data.followups > data.items.length && (
          <p className="soft">{say('held.more', { count: count(data.followups - data.items.length) })}</p>
        )}
      </Drawer>
    </div>
  );
}

function HeldItem({ item, onOpen }: { item: Held['items'][number]; onOpen: () => void }) {
  const say = useWords(followupsWords);
  const wording = useWording();
  const dates = useDates();
  const { customer, protocolName, stepName, until, usedBy } = item;
  return (
    <li>
      <div className="line">
        <Button type="link" size="small" onClick={onOpen}>
          {customer.name}
        </Button>
        <GradeTag grade={customer.grade} short />
        <span className="push" />
        <b>{say('held.until', { day: dates.shortDateTime(until) })}</b>
      </div>
      <div className="soft">
        {wording(protocolName)} · {wording(stepName)}
      </div>
      <SpentContacts spent={usedBy} />
    </li>
  );
}
