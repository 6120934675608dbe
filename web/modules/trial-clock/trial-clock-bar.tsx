import { FieldTimeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { wallTimeAt } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useSetTrialClock } from './api.ts';
import { trialClockWords } from './words.ts';
import './trial-clock-bar.css';

// Its calendar is heavy, and only a trial ever opens it.
const SetClockDialog = lazy(async () => ({
  default: (await import('./set-clock-dialog.tsx')).SetClockDialog,
}));

const hour = 60;
const day = 24 * hour;

/** On every page of a trial: that it is one, what time it is there, and the hands to move it. */
export function TrialClockBar() {
  const say = useWords(trialClockWords);
  const { organization } = useMe();
  const maySet = useMay('trial-clock.set');
  const dates = useDates();
  const tell = useTell();
  const now = useNow(5);
  const move = useSetTrialClock();
  const [setting, setSetting] = useState(false);
  const wallTime = wallTimeAt(now, organization.timezone);

  const advance = (advanceMinutes: number) =>
    move.mutate(
      { advanceMinutes },
      {
        onSuccess: ({ wallTime }) => wallTime && tell.done(say('moved', { at: dates.wallTime(wallTime) })),
        onError: tell.failed,
      },
    );

  return (
    <section className="trial-clock-bar" aria-label={say('title')}>
      <FieldTimeOutlined />
      <strong>{say('title')}</strong>
      <time>{dates.wallTime(wallTime)}</time>
      <span className="about">{say('about')}</span>
      {maySet && (
        <span className="hands">
          <Button size="small" disabled={move.isPending} onClick={() => advance(hour)}>
            {say('hour')}
          </Button>
          <Button size="small" disabled={move.isPending} onClick={() => advance(day)}>
            {say('day')}
          </Button>
          <Button size="small" disabled={move.isPending} onClick={() => setSetting(true)}>
            {say('set')}
          </Button>
        </span>
      )}
      <Suspense>
        {setting && <SetClockDialog wallTime={wallTime} onClose={() => setSetting(false)} />}
      </Suspense>
    </section>
  );
}
