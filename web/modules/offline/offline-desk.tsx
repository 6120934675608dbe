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
import type { QueuedArrival } from './arrivals.ts';
import type { KeptList, KeptPerson } from './kept-list.ts';
import { WalkInForm } from './walk-in-form.tsx';
import { offlineWords } from './words.ts';

/** Somebody of the list, or a walk-in who is to be sent: first or return is the server's to say. */
type Row = Omit<KeptPerson, 'kind'> & { kind: KeptPerson['kind'] | null; queued: QueuedArrival | undefined };

/** The desk without a server: who comes today as it was last known, and who has come, to be sent later. */
export function OfflineDesk({ list, onCleared }: { list: KeptList; onCleared?: () => void }) {
  const say = useWords(offlineWords);
  const language = useLanguage();
  const tell = useTell();
  const confirm = useConfirm();
  const queued = useSignal(arrivals);
  const [search, setSearch] = useState('');
  const [isWalkIn, setWalkIn] = useState(false);
  useEffect(() => void loadArrivals(), []);

  const time = (instant: string) => showInstant(instant, 'time', list.timezone, language);
  const { staffId, clinicId } = list;
  const here = queued.filter((each) => each.clinicId === clinicId);
  const people: Row[] = [
    ...here
      .filter(({ customerId }) => !list.people.some((person) => person.customerId === customerId))
      .map(rowOfWalkIn),
    ...list.people.map((person) => ({
      ...person,
      queued: here.find(({ customerId }) => customerId === person.customerId),
    })),
  ];
  const isAwaited = (row: Row) => !row.isHere && !row.queued;
  const cannotKeep = () => tell.warned(say('not-kept'));
  const arrive = ({ customerId, customerName, appointmentId }: Row) => {
    queueArrival({ staffId, clinicId, appointmentId, customerId, customerName }, serverNow()).then(
      () => setSearch(''),
      cannotKeep,
    );
  };
  const wanted = search.trim().toLowerCase();
  // Who is still to come stands on top, who has left below everybody.
  const rank = ({ isHere, stage }: Row) => (stage === 'gone' ? 2 : Number(isHere));
  const found = people
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
      <div className="line">
        <Input
          autoFocus
          aria-label={say('search')}
          placeholder={say('search')}
          style={{ maxWidth: 420 }}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onPressEnter={(event) => {
            // Else the same key would send the form that opens here.
            event.preventDefault();
            const awaited = found.filter(isAwaited);
            if (wanted === '') return;
            if (awaited.length === 1) arrive(awaited[0]!);
            else if (found.length === 0) setWalkIn(true);
          }}
        />
        {!isWalkIn && <Button onClick={() => setWalkIn(true)}>{say('walk-in')}</Button>}
      </div>
      {isWalkIn && (
        <WalkInForm
          typed={found.length === 0 ? search.trim() : ''}
          onCame={(came) =>
            queueArrival({ staffId, clinicId, ...came }, serverNow()).then(() => {
              setWalkIn(false);
              setSearch('');
            }, cannotKeep)
          }
          onClose={() => setWalkIn(false)}
        />
      )}
      <DataTable<Row>
        label={say('title')}
        rows={found}
        empty={<EmptyState text={say(wanted === '' ? 'none' : 'none.found')} />}
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
          { key: 'visit', title: say('col.visit'), show: ({ kind }) => kind && say(`visit.${kind}`) },
          {
            key: 'stage',
            title: say('col.stage'),
            show: ({ queued, stage }) =>
              queued ? (
                <StatusTag meaning="soon">{say('queued', { at: time(queued.arrivedAt) })}</StatusTag>
              ) : (
                say(`stage.${stage}`)
              ),
          },
          {
            key: 'act',
            title: '',
            show: (row) => {
              const { queued } = row;
              if (queued)
                return (
                  <Button size="small" onClick={() => void dropArrival(queued.key)}>
                    {say('undo')}
                  </Button>
                );
              if (!isAwaited(row)) return null;
              return (
                <Button size="small" type="primary" onClick={() => arrive(row)}>
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

function rowOfWalkIn(queued: QueuedArrival): Row {
  const { key, customerId, customerName, appointmentId } = queued;
  return {
    ...{ id: key, customerId: customerId ?? key, customerName, customerNumber: '', appointmentId, queued },
    ...{ isHere: false, kind: null, doctorName: null, stage: 'arrived', startsAt: null },
  };
}
