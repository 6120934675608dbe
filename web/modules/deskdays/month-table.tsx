import type { DeskDays } from '#domain/deskdays/contract.ts';
import type { FigureKey, Figures } from '#domain/deskdays/figures.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { useShown } from './day-table.tsx';
import { figureGroups } from './figure-groups.ts';
import { deskDayWords } from './words.ts';
import './deskdays.css';

interface MonthTableProps {
  month: DeskDays;
  onOpen: (day: string) => void;
}

/** Day by day, and the month at the foot. */
export function MonthTable({ month, onOpen }: MonthTableProps) {
  const say = useWords(deskDayWords);
  const dates = useDates();
  const keys = figureGroups.flatMap(({ keys }) => keys);
  if (month.items.length === 0) return <EmptyState text={say('month.none')} />;
  return (
    <div className="desk-month-box">
      <table className="desk-day desk-month">
        <thead>
          <tr>
            <th>{say('day')}</th>
            {keys.map((key) => (
              <th key={key} className="is-number">
                {say(`f.${key}`, month.targets)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.items.map(({ day, isConfirmed, corrections, figures }) => (
            <tr key={day}>
              <th scope="row">
                <button type="button" className="desk-day-link" onClick={() => onOpen(day)}>
                  {dates.shortDayWithWeekday(day)}
                </button>
                <div className="soft">
                  {say(isConfirmed ? 'month.confirmed' : 'month.open')}
                  {corrections > 0 && ` · ${say('month.corrections', { count: corrections })}`}
                </div>
              </th>
              {keys.map((key) => (
                <Cell key={key} figure={key} figures={figures} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('month.sum')}</th>
            {keys.map((key) => (
              <Cell key={key} figure={key} figures={month.sum} />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cell({ figure, figures }: { figure: FigureKey; figures: Figures }) {
  const show = useShown(figure);
  const { count, of } = figures[figure];
  return (
    <td className="is-number">
      {show(count)}
      {of !== null && <span className="soft">/{of}</span>}
    </td>
  );
}
