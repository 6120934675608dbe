import type { DeskScores } from '#domain/scorecards/contract.ts';
import { isBelowFloor } from '#domain/scorecards/scorecard.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { scorecardWords } from './words.ts';
import './scorecards.css';

/** Everybody's months, and the latest looks with their points. */
export function ScoreTables({ scores }: { scores: DeskScores }) {
  const say = useWords(scorecardWords);
  const dates = useDates();
  if (scores.items.length === 0) return <EmptyState text={say('none')} />;
  const months = [...new Set(scores.people.flatMap(({ months }) => months.map(({ month }) => month)))].sort();
  return (
    <div className="rows">
      <h2 className="part">{say('trend')}</h2>
      <div className="score-box">
        <table className="scores">
          <thead>
            <tr>
              <th>{say('person')}</th>
              {months.map((month) => (
                <th key={month}>{month}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scores.people.map(({ staffId, staffName, months: own }) => (
              <tr key={staffId}>
                <th scope="row">{staffName}</th>
                {months.map((month) => {
                  const one = own.find((each) => each.month === month);
                  return (
                    <td key={month}>
                      {one && (
                        <>
                          {say('month', { average: one.average, count: one.looks })}
                          <meter min={0} max={100} value={one.average} />
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 className="part">{say('looks')}</h2>
      <ul className="score-looks">
        {scores.items.slice(0, 50).map((look) => (
          <li key={look.id} className="panel">
            <div className="line">
              <b>{look.staffName}</b>
              <b>{look.score}</b>
              {isBelowFloor(look.score, look.floor) && (
                <StatusTag meaning="risk">{say('below', { floor: look.floor })}</StatusTag>
              )}
              <span className="soft">{say('by', { name: look.byName ?? '', day: dates.day(look.day) })}</span>
            </div>
            <div className="soft">
              {look.marks
                .filter(({ given, points }) => given < points)
                .map(({ name, given, points }) => `${name} ${say('points', { given, points })}`)
                .join(say('and'))}
            </div>
            {look.note && <div>{look.note}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
