import { useQueryClient } from '@tanstack/react-query';
import { Alert, AutoComplete, Button } from 'antd';
import { useEffect, useState } from 'react';
import { connection } from '#web/lib/connection.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useSignal } from '#web/lib/signal.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { arrivals, dropArrival, loadArrivals, sendArrivals, sendOtherwise } from './arrivals.ts';
import type { QueuedArrival } from './arrivals.ts';
import { offlineWords } from './words.ts';

/** So often what could not be sent is tried again. */
const againMs = 15_000;

/** On every page: what was written down offline goes out as soon as it can, and what the server refuses is asked about. */
export function ArrivalsToSend() {
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
            <ToDecide key={arrival.key} arrival={arrival} staffId={staffId} />
          ))}
        </ul>
      }
    />
  );
}

const known = ['visit-open', 'not-booked', 'channel-source-missing'] as const;

function ToDecide({ arrival, staffId }: { arrival: QueuedArrival; staffId: string }) {
  const say = useWords(offlineWords);
  const dates = useDates(arrival.clinicId);
  const sources = useUsualSources();
  const [source, setSource] = useState('');
  const { key, refusedFor, customerName, arrivedAt } = arrival;
  const isColleagues = arrival.staffId !== staffId;
  const why = isColleagues ? 'colleague' : (known.find((code) => code === refusedFor) ?? 'other');
  const otherwise = (change: Parameters<typeof sendOtherwise>[1]) => void sendOtherwise(arrival, change);
  return (
    <li className="line">
      <b>{say('decide.line', { name: customerName, at: dates.time(arrivedAt) })}</b>
      <span>{say(`why.${why}`)}</span>
      {why === 'channel-source-missing' && (
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
            onClick={() => otherwise({ channelSource: source.trim() })}
          >
            {say('again')}
          </Button>
        </>
      )}
      {why === 'not-booked' && (
        <Button size="small" onClick={() => otherwise({ appointmentId: null })}>
          {say('without-appointment')}
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
    </li>
  );
}
