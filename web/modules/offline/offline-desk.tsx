import { DisconnectOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { showInstant } from '#web/lib/dates.ts';
import { serverNow } from '#web/lib/clock.ts';
import { dropAll } from '#web/lib/local-database.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { arrivals, dropArrival, loadArrivals, queueArrival } from './arrivals.ts';
import type { KeptList, KeptPerson } from './kept-list.ts';
import { offlineWords } from './words.ts';

/** The desk without a server: who comes today as it was last known, and who has come, to be sent later. */
export function OfflineDesk({ list, onCleared }: { list: KeptList; onCleared?: () => void }) {
  const say = useWords(offlineWords);
  const language = useLanguage();
  const tell = useTell();
  const confirm = useConfirm();
  const queued = useSignal(arrivals);
  const [search, setSearch] = useState('');
  useEffect(() => void loadArrivals(), []);

  const time = (instant: string) => showInstant(instant, 'time', list.timezone, language);
  const queuedOf = (person: KeptPerson) =>
    queued.find(({ customerId, clinicId }) => customerId === person.customerId && clinicId === list.clinicId);
  const isAwaited = (person: KeptPerson) => !person.isHere && !queuedOf(person);
  const arrive = ({ customerId, customerName, appointmentId }: KeptPerson) => {
    const { staffId, clinicId } = list;
    queueArrival({ staffId, clinicId, appointmentId, customerId, customerName }, serverNow()).then(
      () => setSearch(''),
      () => tell.warned(say('not-kept')),
    );
  };
  const wanted = search.trim().toLowerCase();
  // Who is still to come stands on top, who has left below everybody.
  const rank = ({ isHere, stage }: KeptPerson) => (stage === 'gone' ? 2 : Number(isHere));
  const found = list.people
    .filter(({ customerName, customerNumber }) =>
      `${customerName} ${customerNumber}`.toLowerCase().includes(wanted),
    )
    .sort((one, other) => rank(one) - rank(other));
  const clear = async () => {
    const text = queued.length > 0 ? say('clear.unsent', { count: queued.length }) : say('clear.text');
    if (!(await confirm({ title: say('clear.ask'), text, yes: say('clear.yes'), dangerous: true }))) return;
    await Promise.all([dropAll('lists'), dropAll('arrivals')]);
    await loadArrivals();
    onCleared?.();
  };

  return (
    <div className="rows">
      <Alert
        type="warning"
        showIcon
        icon={<DisconnectOutlined />}
        role="status"
        title={say('since', { lost: time(list.lostAt ?? list.heardAt), heard: time(list.heardAt) })}
        description={say('since.how')}
      />
      <Input
        autoFocus
        aria-label={say('search')}
        placeholder={say('search')}
        style={{ maxWidth: 420 }}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        onPressEnter={() => {
          const awaited = found.filter(isAwaited);
          if (wanted !== '' && awaited.length === 1) arrive(awaited[0]!);
        }}
      />
      <DataTable<KeptPerson>
        label={say('title')}
        rows={found}
        empty={<EmptyState text={say('none')} />}
        columns={[
          {
            key: 'customer',
            title: say('col.customer'),
            leads: true,
            show: ({ customerName, customerNumber }) => (
              <>
                <b>{customerName}</b> <span className="soft">{customerNumber}</span>
              </>
            ),
          },
          { key: 'at', title: say('col.at'), show: ({ startsAt }) => startsAt && time(startsAt) },
          { key: 'doctor', title: say('col.doctor'), show: ({ doctorName }) => doctorName },
          { key: 'visit', title: say('col.visit'), show: ({ kind }) => say(`visit.${kind}`) },
          {
            key: 'stage',
            title: say('col.stage'),
            show: (person) => {
              const own = queuedOf(person);
              return own ? (
                <StatusTag meaning="soon">{say('queued', { at: time(own.arrivedAt) })}</StatusTag>
              ) : (
                say(`stage.${person.stage}`)
              );
            },
          },
          {
            key: 'act',
            title: '',
            show: (person) => {
              const own = queuedOf(person);
              if (own)
                return (
                  <Button size="small" onClick={() => void dropArrival(own.key)}>
                    {say('undo')}
                  </Button>
                );
              if (!isAwaited(person)) return null;
              return (
                <Button size="small" type="primary" onClick={() => arrive(person)}>
                  {say('arrive')}
                </Button>
              );
            },
          },
        ]}
      />
      <div className="line">
        <span className="soft">{say('back')}</span>
        <Button size="small" type="text" onClick={() => void clear()}>
          {say('clear')}
        </Button>
      </div>
    </div>
  );
}
