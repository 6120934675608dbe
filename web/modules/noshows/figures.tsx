import { Link } from '@tanstack/react-router';
import type { NoShowFigures, Share } from '#domain/appointments/no-shows.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { noShowWords } from './words.ts';
import './no-shows.css';

/** 27.57 %, with what it is of; a dash where there were none. */
function useShare() {
  const say = useWords(noShowWords);
  const number = useNumber();
  const rate = ({ total, missed }: Share) => (total === 0 ? '–' : `${((100 * missed) / total).toFixed(2)}%`);
  const of = ({ total, missed }: Share) => say('of', { missed: number(missed), total: number(total) });
  return {
    rate,
    of,
    both: (share: Share) => (share.total === 0 ? '–' : say('rate.of', { rate: rate(share), of: of(share) })),
  };
}

/** The rate of all, and the busiest day. */
export function NoShowHead({ figures }: { figures: NoShowFigures }) {
  const say = useWords(noShowWords);
  const number = useNumber();
  const dates = useDates();
  const { rate, of } = useShare();
  return (
    <section className="panel no-show-head">
      <div>
        <span className="soft">{say('rate')}</span>
        <strong>{rate(figures.all)}</strong>
        <span className="soft">{of(figures.all)}</span>
      </div>
      {figures.busiest && (
        <div>
          <span className="soft">{say('busiest')}</span>
          <strong>{number(figures.busiest.total)}</strong>
          <span className="soft">{dates.dayWithWeekday(figures.busiest.day)}</span>
        </div>
      )}
    </section>
  );
}

/** Reminded and not, at equal lead times; the raw cut stands below and says what it is. */
export function RemindedPanel({ figures }: { figures: NoShowFigures }) {
  const say = useWords(noShowWords);
  const { both } = useShare();
  const { equalLead, raw, buckets } = figures;
  const lead = ({ from, to }: NoShowFigures['buckets'][number]) =>
    to === null ? say('lead.more', { from }) : from === 0 ? say('lead.same') : say('lead.span', { from, to });
  return (
    <section className="panel">
      <h2>{say('reminded.title')}</h2>
      <p className="soft">{say('reminded.about')}</p>
      <p>
        <b>
          {equalLead
            ? say('equal.line', {
                days: equalLead.fromDays,
                reminded: both(equalLead.reminded),
                notReminded: both(equalLead.notReminded),
              })
            : say('equal.none')}
        </b>
      </p>
      <DataTable
        label={say('reminded.title')}
        rows={buckets.map((bucket) => ({ id: String(bucket.from), ...bucket }))}
        columns={[
          { key: 'lead', title: say('lead'), leads: true, show: lead },
          { key: 'reminded', title: say('reminded'), align: 'right', show: (row) => both(row.reminded) },
          {
            key: 'notReminded',
            title: say('notReminded'),
            align: 'right',
            show: (row) => both(row.notReminded),
          },
        ]}
      />
      <p className="soft">
        {say('raw.line', { reminded: both(raw.reminded), notReminded: both(raw.notReminded) })}
      </p>
    </section>
  );
}

/** The same by clinic or by doctor. */
export function SharesPanel({
  title,
  rows,
}: {
  title: string;
  rows: readonly (Share & { id: string; name: string })[];
}) {
  const say = useWords(noShowWords);
  const { rate, of } = useShare();
  if (rows.length === 0) return null;
  return (
    <section className="panel rows">
      <h2>{title}</h2>
      <DataTable
        label={title}
        rows={rows}
        columns={[
          { key: 'name', title: say('name'), leads: true, show: ({ name }) => name },
          { key: 'rate', title: say('rate'), align: 'right', show: rate },
          {
            key: 'of',
            title: say('of.title'),
            align: 'right',
            show: of,
          },
        ]}
      />
    </section>
  );
}

/** Who missed the most: whom to confirm twice. */
export function CustomersPanel({ figures }: { figures: NoShowFigures }) {
  const say = useWords(noShowWords);
  const dates = useDates();
  const { of } = useShare();
  if (figures.customers.length === 0) return null;
  return (
    <section className="panel rows">
      <h2>{say('customers')}</h2>
      <DataTable
        label={say('customers')}
        rows={figures.customers}
        columns={[
          {
            key: 'name',
            title: say('customer'),
            leads: true,
            show: ({ id, name }) => (
              <Link to="/customers/$id" params={{ id }}>
                {name}
              </Link>
            ),
          },
          {
            key: 'of',
            title: say('of.title'),
            align: 'right',
            show: of,
          },
          { key: 'last', title: say('lastMissed'), show: ({ lastMissedOn }) => dates.day(lastMissedOn) },
        ]}
      />
    </section>
  );
}
