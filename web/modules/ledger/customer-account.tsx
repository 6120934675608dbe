import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { CustomerLedger } from '#domain/ledger/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useLedger } from './api.ts';
import { BalanceLine } from './balance-line.tsx';
import { bookableKinds, type BookableKind } from './bookable.ts';
import { EntriesDrawer } from './entries-drawer.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { EntryAmount, EntryText } from './entry-text.tsx';
import { ledgerWords } from './words.ts';
import './ledger.css';

interface CustomerAccountProps {
  customer: { id: string; name: string; clinicId: string };
}

const newest = { page: 1, pageSize: 5 };

/** The customer's own account on the record: where it stands, what was last booked, and booking more. */
export function CustomerAccount({ customer }: CustomerAccountProps) {
  const say = useWords(ledgerWords);
  const mayRead = useMay('ledger.read');
  if (!mayRead) return null;
  return (
    <section className="panel" aria-label={say('title')}>
      <Account customer={customer} />
    </section>
  );
}

function Account({ customer }: CustomerAccountProps) {
  const say = useWords(ledgerWords);
  const mayWrite = useMay('ledger.write');
  const ledger = useLedger(customer.id, newest);
  const [kind, setKind] = useState<BookableKind | null>(null);
  const [all, setAll] = useState(false);

  return (
    <Loaded of={ledger}>
      {(ledger) => (
        <>
          <div className="section-head">
            <h2>{say('title')}</h2>
            {mayWrite && <BookButtons ledger={ledger} onBook={setKind} />}
          </div>
          {ledger.total === 0 ? (
            <p className="soft">{say('empty')}</p>
          ) : (
            <BalanceLine balance={ledger.balance} />
          )}
          <Newest customer={customer} ledger={ledger} />
          {ledger.total > 0 && (
            <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => setAll(true)}>
              {say('entries.all', { count: ledger.total })}
            </Button>
          )}
          <EntryDrawer customer={customer} ledger={ledger} kind={kind} onClose={() => setKind(null)} />
          <EntriesDrawer customer={customer} open={all} onClose={() => setAll(false)} />
        </>
      )}
    </Loaded>
  );
}

function BookButtons({ ledger, onBook }: { ledger: CustomerLedger; onBook: (kind: BookableKind) => void }) {
  const say = useWords(ledgerWords);
  const kinds = bookableKinds(ledger);
  const near = kinds.slice(0, 2);
  const far = kinds.slice(2);
  return (
    <div className="line">
      {near.map((kind) => (
        <Button key={kind} size="small" onClick={() => onBook(kind)}>
          {say(`kind.${kind}`)}
        </Button>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: far.map((kind) => ({ key: kind, label: say(`kind.${kind}`), onClick: () => onBook(kind) })),
        }}
      >
        <Button size="small" icon={<DownOutlined />} iconPlacement="end">
          {say('more')}
        </Button>
      </Dropdown>
    </div>
  );
}

function Newest({ customer, ledger }: CustomerAccountProps & { ledger: CustomerLedger }) {
  const dates = useDates(customer.clinicId);
  const thisYear = useNow().slice(0, 4);
  return (
    <ul className="ledger-lines">
      {ledger.items.map((entry) => (
        <li key={entry.id}>
          <span className="soft nowrap">
            {entry.bookedOn.startsWith(thisYear) ? dates.shortDay(entry.bookedOn) : dates.day(entry.bookedOn)}
          </span>
          <EntryText entry={entry} />
          <EntryAmount entry={entry} />
        </li>
      ))}
    </ul>
  );
}
