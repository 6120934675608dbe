import { Button, InputNumber, Progress } from 'antd';
import { useState } from 'react';
import type { Replay, ReplayAnswer, RoleLoad } from '#domain/followups/protocol-contract.ts';
import { hoursADay, standardMinutes } from '#domain/followups/replay.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useReplay, useStartReplay } from './api.ts';
import { LoadChart } from './load-chart.tsx';
import { protocolWords } from './words.ts';

interface ReplayPanelProps {
  code: string;
  draftVersion: number;
  isDirty: boolean;
  /** Keeps what was written, so that it is what is replayed. */
  onSave: () => Promise<boolean>;
}

/** What the draft would have meant over the last 90 days, beside what was. */
export function ReplayPanel({ code, draftVersion, isDirty, onSave }: ReplayPanelProps) {
  const say = useWords(protocolWords);
  const last = useReplay(code);
  const start = useStartReplay(code);
  const replay = last.data?.replay ?? null;
  const isRunning = replay?.state === 'running';
  const begin = async () => {
    if (await onSave()) start.mutate();
  };

  return (
    <section className="panel replay" aria-label={say('replay')}>
      <header className="line">
        <h2>{say('replay')}</h2>
        <Button onClick={() => void begin()} loading={isRunning || start.isPending}>
          {say(replay ? 'replay.again' : 'replay.start')}
        </Button>
      </header>
      {start.error && <ErrorMessage error={start.error} />}
      {!replay && <p className="soft">{say('replay.about')}</p>}
      {isRunning && <Running replay={replay} />}
      {replay?.state === 'failed' && <p role="alert">{say('replay.failed')}</p>}
      {replay?.answer && (
        <>
          {(isDirty || replay.draftVersion !== draftVersion) && <p className="soft">{say('replay.stale')}</p>}
          <Answer answer={replay.answer} />
        </>
      )}
    </section>
  );
}

function Running({ replay }: { replay: Replay }) {
  const say = useWords(protocolWords);
  const percent = Math.round((replay.partsDone / Math.max(1, replay.parts)) * 100);
  return <Progress percent={percent} size="small" aria-label={say('replay.progress')} />;
}

function Answer({ answer }: { answer: ReplayAnswer }) {
  const say = useWords(protocolWords);
  const wording = useWording();
  const dates = useDates();
  const [from, to] = [dates.day(answer.from), dates.day(answer.to)];

  return (
    <>
      <p className="soft">{say('replay.of', { from, to, count: answer.events })}</p>
      {answer.roles.length === 0 && <p>{say('replay.nothing')}</p>}
      <div className="loads">
        {answer.roles.map((load) => (
          <RoleCard key={load.role} load={load} />
        ))}
      </div>
      <table className="figures">
        <thead>
          <tr className="soft">
            <th>{say('step')}</th>
            <th>{say('replay.before')}</th>
            <th>{say('replay.after')}</th>
            <th>{say('replay.change')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.steps.map(({ key, name, before, after }) => (
            <tr key={key}>
              <td>{wording(name)}</td>
              <td>{before}</td>
              <td>{after}</td>
              <td>{signed(after - before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function RoleCard({ load }: { load: RoleLoad }) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const [minutes, setMinutes] = useState(standardMinutes[load.role]);
  const [before, after] = [hoursADay(load.before, minutes), hoursADay(load.after, minutes)];
  const role = sayClinic(`role.${load.role}`);
  const each = load.people === 0 ? null : after / load.people;

  return (
    <div className="load">
      <div className="line">
        <strong>{role}</strong>
        <span className="soft">{say('replay.people', { count: load.people })}</span>
      </div>
      <LoadChart load={load} label={say('replay.chart', { role })} />
      <div>
        {say('replay.hours', { before: before.toFixed(1), after: after.toFixed(1) })}{' '}
        <strong>{signed(after - before, 1)}</strong>
      </div>
      <div className="soft">
        {each === null ? say('replay.nobody') : say('replay.each', { hours: each.toFixed(1) })}
      </div>
      <label className="line soft">
        {say('replay.minutes')}
        <InputNumber
          size="small"
          min={1}
          max={120}
          precision={0}
          value={minutes}
          style={{ width: 60 }}
          onChange={(typed) => typed !== null && setMinutes(typed)}
        />
      </label>
    </div>
  );
}

function signed(value: number, digits = 0): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return '±0';
  return value > 0 ? `+${text}` : `−${text}`;
}
