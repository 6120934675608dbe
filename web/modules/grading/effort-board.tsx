import { Button } from 'antd';
import type { EffortReport } from '#domain/grading/contract.ts';
import { reachesTarget } from '#domain/grading/effort.ts';
import { useDates } from '#web/lib/dates.ts';
import { percentOf, useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { gradingWords } from './words.ts';
import './grading.css';

export interface WeekChosen {
  week: string;
  staffId: string;
  staffName: string;
}

type Week = EffortReport['weeks'][number] & { id: string };

/** The two shares over the whole time, and by week and person with what they are shares of. */
export function EffortBoard({
  report,
  onOpen,
}: {
  report: EffortReport;
  onOpen: (week: WeekChosen) => void;
}) {
  const say = useWords(gradingWords);
  const dates = useDates();
  const number = useNumber();
  const minutes = (value: number) => number(Math.round(value));
  const { total, target } = report;

  const columns: Column<Week>[] = [
    { key: 'week', title: say('effort.week'), show: ({ week }) => dates.day(week) },
    {
      key: 'person',
      title: say('effort.person'),
      leads: true,
      show: (row) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onOpen(row)}>
          {row.staffName}
        </Button>
      ),
    },
    {
      key: 'contacts',
      title: say('effort.contacts'),
      align: 'right',
      show: (row) => say('effort.ofBest', { best: number(row.contactsForBest), all: number(row.contacts) }),
    },
    {
      key: 'contactShare',
      title: say('effort.contactShare'),
      align: 'right',
      show: ({ contactShare }) => <Share share={contactShare} target={target} />,
    },
    {
      key: 'minutes',
      title: say('effort.minutes'),
      align: 'right',
      show: (row) =>
        say('effort.minutesOfBest', { best: minutes(row.minutesForBest), all: minutes(row.minutes) }),
    },
    {
      key: 'minuteShare',
      title: say('effort.minuteShare'),
      align: 'right',
      show: ({ minuteShare }) => <Share share={minuteShare} target={target} />,
    },
  ];

  return (
    <div className="effort">
      <div className="effort-totals">
        <section className="panel">
          <h2>{say('effort.contacts')}</h2>
          <p className="figure">{percentOf(total.contactShare)}</p>
          <p className="line">
            <Verdict share={total.contactShare} target={target} />
            <span className="soft">
              {say('effort.ofBest', { best: number(total.contactsForBest), all: number(total.contacts) })}
            </span>
          </p>
        </section>
        <section className="panel">
          <h2>{say('effort.minutes')}</h2>
          <p className="figure">{percentOf(total.minuteShare)}</p>
          <p className="line">
            <Verdict share={total.minuteShare} target={target} />
            <span className="soft">
              {say('effort.minutesOfBest', {
                best: minutes(total.minutesForBest),
                all: minutes(total.minutes),
              })}
            </span>
          </p>
        </section>
      </div>
      <h2>{say('effort.weeks')}</h2>
      <DataTable
        label={say('effort.weeks')}
        columns={columns}
        rows={report.weeks.map((week) => ({ ...week, id: `${week.week} ${week.staffId}` }))}
        empty={<EmptyState text={say('effort.none')} />}
      />
      <p className="soft">{say('effort.note')}</p>
    </div>
  );
}

function Verdict({ share, target }: { share: number | null; target: number }) {
  const say = useWords(gradingWords);
  if (share === null) return <StatusTag meaning="neutral">{say('effort.none')}</StatusTag>;
  return reachesTarget(share, target) ? (
    <StatusTag meaning="done">{say('effort.reached')}</StatusTag>
  ) : (
    <StatusTag meaning="soon">{say('effort.below')}</StatusTag>
  );
}

function Share({ share, target }: { share: number | null; target: number }) {
  if (share === null) return '–';
  return <StatusTag meaning={reachesTarget(share, target) ? 'done' : 'soon'}>{percentOf(share)}</StatusTag>;
}
