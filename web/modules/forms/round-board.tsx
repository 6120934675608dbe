import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import type { MonthRound, RoundCustomer, RoundOwner } from '#domain/forms/figures-contract.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useRoundCustomers } from './api.ts';
import { BandBar } from './band-bar.tsx';
import { ShareText } from './share-text.tsx';
import { formWords } from './words.ts';
import './forms.css';

interface Names {
  state: 'left' | 'asked' | 'answered';
  ownerId?: string;
}

interface RoundBoardProps {
  round: MonthRound;
  onMonth: (month: string) => void;
}

/** The cockpit of the month: who of last month's customers was asked, who was not, by whom, and how long it takes. */
export function RoundBoard({ round, onMonth }: RoundBoardProps) {
  const say = useWords(formWords);
  const dates = useDates();
  const [names, setNames] = useState<Names | null>(null);
  const { month, daysLeft, lastDay, all } = round;
  const day = dates.day(lastDay);
  const hours = (value: number) => say('round.hours.n', { hours: value.toFixed(1) });
  const link = (text: ReactNode, of: Names) => (
    <Button type="link" size="small" className="figure-link" onClick={() => setNames(of)}>
      {text}
    </Button>
  );
  const of = (owner: RoundOwner, state: Names['state']): Names => ({
    state,
    ownerId: owner.staffId ?? 'none',
  });

  const columns: Column<RoundOwner & { id: string }>[] = [
    { key: 'name', title: say('round.owner'), leads: true, show: ({ name }) => name ?? say('round.unowned') },
    {
      key: 'asked',
      title: say('round.asked'),
      align: 'right',
      show: (owner) => link(<ShareText isWhole of={owner.asked} />, of(owner, 'asked')),
    },
    {
      key: 'answered',
      title: say('round.answered'),
      align: 'right',
      show: (owner) => link(<ShareText of={owner.answered} />, of(owner, 'answered')),
    },
    {
      key: 'bands',
      title: say('round.bands'),
      show: ({ overall }) => (overall.n === 0 ? '–' : <BandBar bands={overall.bands} />),
    },
    {
      key: 'left',
      title: say('round.left'),
      align: 'right',
      show: (owner) => link(owner.left, of(owner, 'left')),
    },
    {
      key: 'hours',
      title: say('round.hours'),
      align: 'right',
      show: (owner) => (owner.left === 0 ? '–' : hours(owner.hoursLeft)),
    },
  ];
  return (
    <section className="panel rows" aria-label={say('round.title', { month })}>
      <div className="line">
        <h2>{say('round.title', { month })}</h2>
        <DatePicker
          picker="month"
          size="small"
          allowClear={false}
          aria-label={say('round.month')}
          value={pickable(`${month}-01`)}
          onChange={(day) => day && onMonth(pickedDay(day).slice(0, 7))}
        />
        {all.left > 0 && (
          <StatusTag meaning={daysLeft === 0 ? 'overdue' : daysLeft <= 3 ? 'soon' : 'neutral'}>
            {daysLeft === 0 ? say('round.over', { day }) : say('round.daysLeft', { count: daysLeft, day })}
          </StatusTag>
        )}
      </div>
      {all.customers === 0 ? (
        <p className="soft">{say('round.none')}</p>
      ) : (
        <>
          <div className="round-figures">
            <Figure name={say('round.asked')}>
              {link(<ShareText isWhole of={all.asked} />, { state: 'asked' })}
            </Figure>
            <Figure name={say('round.answered')}>
              {link(<ShareText of={all.answered} />, { state: 'answered' })}
            </Figure>
            <Figure name={say('round.left')}>{link(<b>{all.left}</b>, { state: 'left' })}</Figure>
            {all.left > 0 && (
              <Figure name={`${say('round.hours')} · ${say('round.today', { count: all.askedToday })}`}>
                <b>{hours(all.hoursLeft)}</b>{' '}
                {daysLeft > 0 && (
                  <span className="soft">{say('round.aDay', { count: Math.ceil(all.left / daysLeft) })}</span>
                )}
              </Figure>
            )}
            {all.overall.n > 0 && (
              <Figure name={say('round.bands')}>
                <BandBar bands={all.overall.bands} />
              </Figure>
            )}
          </div>
          <DataTable
            label={say('round.owner')}
            columns={columns}
            rows={round.owners.map((owner) => ({ ...owner, id: owner.staffId ?? 'none' }))}
          />
        </>
      )}
      <RoundNames month={month} names={names} onClose={() => setNames(null)} />
    </section>
  );
}

/** A number and, under it, what it is. */
function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <div className="round-figure">{children}</div>
      {name}
    </div>
  );
}

function RoundNames({ month, names, onClose }: { month: string; names: Names | null; onClose: () => void }) {
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  const [paging, setPaging] = useState({ page: 1, pageSize: 50 });
  const found = useRoundCustomers(names && { ...names, ...paging, month });
  const columns: Column<RoundCustomer & { id: string }>[] = [
    {
      key: 'customer',
      title: say('column.customer'),
      leads: true,
      show: ({ customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name}
        </Link>
      ),
    },
    { key: 'owner', title: say('round.owner'), show: ({ ownerName }) => ownerName ?? say('round.unowned') },
    { key: 'score', title: say('column.score'), align: 'right', show: ({ score }) => score },
  ];
  return (
    <Drawer
      title={names && say(`round.${names.state}`)}
      open={names !== null}
      onClose={() => {
        setPaging({ page: 1, pageSize: 50 });
        onClose();
      }}
      size={narrow ? '100%' : 560}
      destroyOnHidden
    >
      <DataTable
        label={say('round.left')}
        columns={columns}
        rows={found.data?.items.map((each) => ({ ...each, id: each.followupId }))}
        error={found.error}
        paging={{
          ...paging,
          total: found.data?.total ?? 0,
          onChange: (page, pageSize) => setPaging({ page, pageSize }),
        }}
      />
    </Drawer>
  );
}
