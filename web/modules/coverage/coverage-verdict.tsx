import { standings, type Standing } from '#domain/coverage/coverage.ts';
import type { Coverage } from '#domain/coverage/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { coverageWords } from './words.ts';
import './coverage.css';

/** The answer in one line, what keeps everybody, and how it went in the days before. */
export function CoverageVerdict({ proof }: { proof: Coverage }) {
  const say = useWords(coverageWords);
  const dates = useDates();
  const number = useNumber();
  const { checkedAt, counts, kept, of } = proof;
  if (checkedAt === null) return <p className="panel">{say('check.never')}</p>;
  const lost = of - kept;

  return (
    <section className="panel coverage">
      <p className="line">
        <StatusTag meaning={lost === 0 ? 'done' : 'overdue'}>
          {lost === 0 ? say('verdict.none') : say('verdict.lost', { lost: number(lost) })}
        </StatusTag>
        <strong>{say('verdict', { of: number(of), kept: number(kept) })}</strong>
        <span className="soft">{say('at', { at: dates.dateTime(checkedAt) })}</span>
      </p>
      <ul className="coverage-standings">
        {standings
          .filter((standing) => counts[standing] > 0)
          .map((standing) => (
            <li key={standing}>
              <StandingTag standing={standing} /> <span className="figures">{number(counts[standing])}</span>
            </li>
          ))}
      </ul>
      {proof.days.length > 1 && <Days days={proof.days} />}
    </section>
  );
}

/** A mark a day, the latest on the right: its word says the figures, its form whether anybody was lost. */
function Days({ days }: Pick<Coverage, 'days'>) {
  const say = useWords(coverageWords);
  const dates = useDates();
  const number = useNumber();
  const clean = days.filter(({ kept, of }) => kept === of).length;

  return (
    <p className="line coverage-days">
      <span className="marks">
        {[...days].reverse().map(({ day, kept, of }) => {
          const words = say('day.of', { day: dates.day(day), lost: number(of - kept), of: number(of) });
          return (
            <span
              key={day}
              role="img"
              className={kept === of ? 'clean' : 'lost'}
              title={words}
              aria-label={words}
            />
          );
        })}
      </span>
      <span className="soft">{say('days', { checked: number(days.length), clean: number(clean) })}</span>
    </p>
  );
}

const meaningOf: Record<Standing, Meaning> = {
  'open-case': 'risk',
  'live-plan': 'soon',
  'in-hand': 'soon',
  'future-visit': 'soon',
  answered: 'done',
  reason: 'done',
  'no-contact': 'neutral',
  'brought-in': 'neutral',
  new: 'neutral',
  lost: 'overdue',
};

export function StandingTag({ standing }: { standing: Standing }) {
  const say = useWords(coverageWords);
  return <StatusTag meaning={meaningOf[standing]}>{say(`standing.${standing}`)}</StatusTag>;
}
