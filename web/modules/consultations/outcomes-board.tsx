import { Button } from 'antd';
import type { Outcomes } from '#domain/consultations/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { consultationsWords } from './words.ts';
import './consultations.css';

type OfOne = Outcomes['items'][number] & { id: string };

interface OutcomesBoardProps {
  outcomes: Outcomes;
  /** Shows the list behind a figure. */
  onOpen: (list: { consultantId: string | undefined; outcome: 'deal' | undefined }) => void;
}

/** Deals of what was closed, for all and for each consultant, each with the list behind it. */
export function OutcomesBoard({ outcomes, onOpen }: OutcomesBoardProps) {
  const say = useWords(consultationsWords);
  const money = useMoney();
  const number = useNumber();
  const { total } = outcomes;
  const link = (text: string, consultantId: string | null, outcome: 'deal' | undefined) => (
    <Button
      type="link"
      size="small"
      style={{ padding: 0 }}
      onClick={() => onOpen({ consultantId: consultantId ?? undefined, outcome })}
    >
      {text}
    </Button>
  );
  const columns: Column<OfOne>[] = [
    { key: 'name', title: say('consultant'), leads: true, show: ({ name }) => name ?? say('nobody') },
    {
      key: 'deals',
      title: say('dealCount'),
      align: 'right',
      show: ({ deals, staffId }) => link(number(deals), staffId, 'deal'),
    },
    {
      key: 'closed',
      title: say('closedCount'),
      align: 'right',
      show: ({ closed, staffId }) => link(number(closed), staffId, undefined),
    },
    { key: 'share', title: say('deals'), align: 'right', show: shareOf },
    {
      key: 'worth',
      title: say('worth'),
      align: 'right',
      show: ({ dealFen }) => <span className="amount">{money(dealFen)}</span>,
    },
  ];
  if (total.closed === 0) return <p className="soft">{say('deals.none')}</p>;
  return (
    <section className="panel deals" aria-label={say('deals')}>
      <p className="deal-figure">
        <span className="soft">{say('deals')}</span>
        <strong>{shareOf(total)}</strong>
        <span>{say('deals.of', { deals: number(total.deals), closed: number(total.closed) })}</span>
        <span>{say('deals.worth', { amount: money(total.dealFen) })}</span>
        <Button size="small" onClick={() => onOpen({ consultantId: undefined, outcome: undefined })}>
          {say('everybody')}
        </Button>
      </p>
      <DataTable
        label={say('deals.by')}
        columns={columns}
        rows={outcomes.items.map((each) => ({ ...each, id: each.staffId ?? 'nobody' }))}
      />
    </section>
  );
}

function shareOf({ deals, closed }: { deals: number; closed: number }): string {
  return closed === 0 ? '–' : `${Math.round((deals / closed) * 100)}%`;
}
