import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { connection } from '#web/lib/connection.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { AutoComplete } from '#web/ui/select.tsx';
import { arrivals, dropArrival, loadArrivals, sendArrivals, sendOtherwise } from './arrivals.ts';
import type { Otherwise, QueuedArrival } from './arrivals.ts';
import { bookedToday } from './walk-in.ts';
import { offlineWords } from './words.ts';

/** Whoever has a record that a walk-in may be; `isThem` is offered of each. */
type Hint = (walkIn: {
  typed: { name: string; phone: string | null };
  isThem: (customer: { id: string; name: string }) => ReactNode;
}) => ReactNode;

/** So often what could not be sent is tried again. */
const againMs = 15_000;

/** On every page: what was written down offline goes out as soon as it can, and what the server refuses is asked about. */
export function ArrivalsToSend({ hint }: { hint: Hint }) {
  const say = useWords(offlineWords);
  const tell = useTell();
  const client = useQueryClient();
  const { staffId } = useMe();
  const isLost = useSignal(connection) === 'lost';
  const all = useSignal(arrivals);
  const unsent = all.filter((each) => each.staffId === staffId && each.refusedFor === null);
  const toDecide = all.filter((each) => !unsent.includes(each));
  const isDue = !isLost && unsent.length > 0;

  useEffect(() => void loadArrivals(), []);
  useEffect(() => {
    if (!isDue) return;
    const send = () =>
      void sendArrivals(staffId).then((taken) => {
        if (taken === 0) return;
        tell.done(say('sent', { count: taken }));
        void client.invalidateQueries({ queryKey: ['reception'] });
      });
    send();
    const timer = setInterval(send, againMs);
    return () => clearInterval(timer);
    // What it says and whom it tells does not make it due again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDue, staffId]);

  if (isLost || all.length === 0) return null;
  if (toDecide.length === 0)
    return <Alert banner type="info" title={say('waiting', { count: unsent.length })} />;
  return (
    <Alert
      banner
      type="warning"
      title={say('decide', { count: toDecide.length })}
      description={
        <ul className="offline-decide">
          {toDecide.map((arrival) => (
            <ToDecide key={arrival.key} arrival={arrival} staffId={staffId} hint={hint} />
          ))}
        </ul>
      }
    />
  );
}

const known = ['visit-open', 'not-booked', 'channel-source-missing', 'who-is-it', 'not-a-phone'] as const;

interface ToDecideProps {
  arrival: QueuedArrival;
  staffId: string;
  hint: Hint;
}

function ToDecide({ arrival, staffId, hint }: ToDecideProps) {
  const say = useWords(offlineWords);
  const dates = useDates(arrival.clinicId);
  const { key, refusedFor, customerName, arrivedAt, customerId } = arrival;
  const isColleagues = arrival.staffId !== staffId;
  const why = isColleagues ? 'colleague' : (known.find((code) => code === refusedFor) ?? 'other');
  const otherwise = (change: Otherwise) => void sendOtherwise(arrival, change);
  const isThem = async (customer: { id: string; name: string }) =>
    otherwise({
      ...{ customerId: customer.id, customerName: customer.name },
      appointmentId: await bookedToday(customer.id, arrival.clinicId),
    });
  return (
    <li className="rows">
      <div className="line">
        <b>{say('decide.line', { name: customerName, at: dates.time(arrivedAt) })}</b>
        <span>{say(`why.${why}`)}</span>
        {why === 'channel-source-missing' && (
          <Source onGiven={(channelSource) => otherwise({ channelSource })} />
        )}
        {why === 'not-booked' && (
          <Button size="small" onClick={() => otherwise({ appointmentId: null })}>
            {say('without-appointment')}
          </Button>
        )}
        {why === 'who-is-it' && (
          <Button size="small" onClick={() => otherwise({ isNew: true })}>
            {say('new-record')}
          </Button>
        )}
        {why === 'other' && (
          <Button size="small" onClick={() => otherwise({})}>
            {say('again')}
          </Button>
        )}
        {why === 'colleague' && (
          <Button size="small" onClick={() => otherwise({ staffId })}>
            {say('mine')}
          </Button>
        )}
        <Button size="small" onClick={() => void dropArrival(key)}>
          {say(why === 'visit-open' ? 'seen' : 'drop')}
        </Button>
      </div>
      {customerId === null && !isColleagues && (
        <Amend arrival={arrival} onAmended={(said) => otherwise({ ...said, isNew: false })} />
      )}
      {why === 'who-is-it' &&
        hint({
          typed: { name: customerName, phone: arrival.phone },
          isThem: (customer) => (
            <Button size="small" type="primary" onClick={() => void isThem(customer)}>
              {say('is-them')}
            </Button>
          ),
        })}
    </li>
  );
}

function Source({ onGiven }: { onGiven: (source: string) => void }) {
  const say = useWords(offlineWords);
  const sources = useUsualSources();
  const [source, setSource] = useState('');
  return (
    <>
      <AutoComplete
        aria-label={say('source')}
        placeholder={say('source')}
        style={{ width: 160 }}
        options={sources}
        value={source}
        onChange={setSource}
      />
      <Button
        size="small"
        type="primary"
        disabled={source.trim() === ''}
        onClick={() => onGiven(source.trim())}
      >
        {say('again')}
      </Button>
    </>
  );
}

interface AmendProps {
  arrival: QueuedArrival;
  onAmended: (said: { customerName: string; phone: string | null }) => void;
}

/** What was written down of a walk-in, put right. */
function Amend({ arrival, onAmended }: AmendProps) {
  const say = useWords(offlineWords);
  const [name, setName] = useState(arrival.customerName);
  const [phone, setPhone] = useState(arrival.phone ?? '');
  const said = { customerName: name.trim(), phone: phone.trim() === '' ? null : phone.trim() };
  const isSame = said.customerName === arrival.customerName && said.phone === arrival.phone;
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        onAmended(said);
      }}
    >
      <Input
        size="small"
        aria-label={say('walk-in.name')}
        style={{ width: 120 }}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Input
        size="small"
        aria-label={say('walk-in.phone')}
        placeholder={say('walk-in.phone')}
        style={{ width: 150 }}
        maxLength={40}
        inputMode="tel"
        value={phone}
        onChange={({ target }) => setPhone(target.value)}
      />
      <Button size="small" htmlType="submit" disabled={said.customerName === '' || isSame}>
        {say('amend')}
      </Button>
    </form>
  );
}
