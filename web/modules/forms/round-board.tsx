import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { MonthRound, RoundCustomer, RoundOwner } from '#domain/forms/figures-contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/narrow-screen.ts';
import { percentOf } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useRoundCustomers } from './api.ts';
import { formWords } from './words.ts';
import './forms.css';

interface Names {
  state: 'left' | 'asked' | 'answered';
  ownerId?: string;
}

/** The cockpit of the month: who of last month's customers was asked, who was not, by whom, and how long it takes. */
export function RoundBoard({ round }: { round: MonthRound }) {
  const say = useWords(formWords);
  const dates = useDates();
  const [names, setNames] = useState<Names | null>(null);
  const { month, daysLeft, lastDay, all } = round;
  const day = dates.day(lastDay);
  const hours = (value: number) => say('round.hours.n', { hours: value.toFixed(1) });
  const link = (text: string | number, of: Names) => (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setNames(of)}>
      {text}
    </Button>
  );
  const share = ({ count, of }: RoundOwner['asked']) =>
    `${percentOf(of ? count / of : null)} ${say('sat.of', { count, of })}`;
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
      show: (owner) => link(share(owner.asked), of(owner, 'asked')),
    },
    {
      key: 'answered',
      title: say('round.answered'),
      align: 'right',
      show: (owner) => link(share(owner.answered), of(owner, 'answered')),
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
            <span>
              <b>{link(share(all.asked), { state: 'asked' })}</b> {say('round.asked')}
            </span>
            <span>
              <b>{link(share(all.answered), { state: 'answered' })}</b> {say('round.answered')}
            </span>
            <span>
              <b>{link(all.left, { state: 'left' })}</b> {say('round.left')}
            </span>
            <span>
              <b>{hours(all.hoursLeft)}</b> {say('round.hours')} ·{' '}
              {say('round.today', { count: all.askedToday })}
            </span>
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
