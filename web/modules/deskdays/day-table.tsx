import { Button } from 'antd';
import { useState } from 'react';
import type { DayFigure, DeskDay } from '#domain/deskdays/contract.ts';
import type { FigureKey } from '#domain/deskdays/figures.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { CorrectDrawer } from './correct-drawer.tsx';
import { figureGroups, percentOf } from './figure-groups.ts';
import { deskDayWords } from './words.ts';
import './deskdays.css';

/** The figures of one day, with what was set right and why. */
export function DayTable({ day }: { day: DeskDay }) {
  const say = useWords(deskDayWords);
  const [correcting, setCorrecting] = useState<DayFigure | null>(null);
  const byKey = new Map(day.figures.map((figure) => [figure.key, figure]));
  return (
    <>
      <table className="desk-day">
        <thead>
          <tr>
            <th>{say('figure')}</th>
            <th className="is-number">{say('value')}</th>
            <th className="is-number">{say('share')}</th>
            <th>{say('note')}</th>
            <th aria-label={say('correct')} />
          </tr>
        </thead>
        {figureGroups.map(({ group, keys }) => (
          <tbody key={group}>
            <tr>
              <th colSpan={5} className="desk-day-group">
                {say(`group.${group}`)}
              </th>
            </tr>
            {keys.map((key) => (
              <FigureRow key={key} figure={byKey.get(key)!} targets={day.targets} onCorrect={setCorrecting} />
            ))}
          </tbody>
        ))}
      </table>
      {correcting && (
        <CorrectDrawer
          clinicId={day.clinicId}
          day={day.day}
          figure={correcting}
          targets={day.targets}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}

interface FigureRowProps {
  figure: DayFigure;
  targets: DeskDay['targets'];
  onCorrect: (figure: DayFigure) => void;
}

function FigureRow({ figure, targets, onCorrect }: FigureRowProps) {
  const say = useWords(deskDayWords);
  const show = useShown(figure.key);
  const { confirmed, counted } = figure;
  const [last] = figure.corrections;
  const base = confirmed ?? counted;
  const stands = last ? { ...base, count: last.corrected } : base;
  const percent = percentOf(stands);
  const hasChanged = confirmed !== null && confirmed.count !== counted.count;
  return (
    <tr>
      <td>{say(`f.${figure.key}`, targets)}</td>
      <td className="is-number">
        <b>{show(stands.count)}</b>
        {stands.of !== null && <span className="soft"> / {stands.of}</span>}
      </td>
      <td className="is-number">{percent === null ? '' : `${percent}%`}</td>
      <td className="soft">
        {figure.corrections.map(({ at, byName, counted, corrected, reason }) => (
          <div key={at}>
            {say('note.corrected', {
              name: byName ?? '',
              counted: show(counted),
              corrected: show(corrected),
              reason,
            })}
          </div>
        ))}
        {hasChanged && <div>{say('note.since', { confirmed: show(confirmed.count) })}</div>}
      </td>
      <td>
        <Button
          size="small"
          type="text"
          className="no-print"
          aria-label={`${say('correct')} ${say(`f.${figure.key}`, targets)}`}
          onClick={() => onCorrect(figure)}
        >
          {say('correct')}
        </Button>
      </td>
    </tr>
  );
}

export function useShown(key: FigureKey): (count: number) => string {
  const money = useMoney();
  return (count) => (key === 'cashFen' ? money(count) : String(count));
}
