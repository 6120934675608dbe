import { Link } from '@tanstack/react-router';
import { Alert, Progress } from 'antd';
import type { SendingUse } from '#domain/messaging/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { accountWords } from './account-words.ts';
import { BalanceCell } from './balance-cell.tsx';
import { sendingWords } from './sending-words.ts';

type Row = SendingUse['accounts'][number];

/** What the brakes allow, what of it is used, and what they hold. */
export function SendingUsePanel({ use }: { use: SendingUse }) {
  const say = useWords(sendingWords);
  const sayAccount = useWords(accountWords);
  const money = useMoney();
  const mayManageChannels = useMay('channels.manage');
  const columns: Column<Row>[] = [
    { key: 'name', title: say('use.channel'), leads: true, show: ({ name }) => name },
    {
      key: 'rate',
      title: say('use.rate'),
      show: ({ lastMinute, perMinute }) => (
        <>
          {say('use.rate.is', { count: lastMinute, limit: perMinute })}{' '}
          {lastMinute >= perMinute && <StatusTag meaning="soon">{say('use.rate.full')}</StatusTag>}
        </>
      ),
    },
    {
      key: 'today',
      title: say('use.today'),
      show: ({ sentToday, costTodayFen }) =>
        sayAccount('today.is', { count: sentToday, cost: money(costTodayFen) }),
    },
    {
      key: 'month',
      title: say('use.month'),
      show: ({ sentMonth, costMonthFen }) =>
        sayAccount('today.is', { count: sentMonth, cost: money(costMonthFen) }),
    },
    { key: 'balance', title: sayAccount('balance'), show: (row) => <BalanceCell of={row} /> },
  ];
  return (
    <section className="panel rows sending-rules">
      <h2>{say('use')}</h2>
      <dl className="cost-use">
        <dt>{say('use.today')}</dt>
        <dd>
          <CostBar spent={use.spentTodayFen} limit={use.dailyCostFen} />
        </dd>
        <dt>{say('use.month')}</dt>
        <dd>
          <CostBar spent={use.spentMonthFen} limit={use.monthlyCostFen} />
        </dd>
      </dl>
      {/* What waits already stands on top of the page. */}
      {use.heldByCost === 0 && <CostHolds use={use} />}
      {use.heldByRate > 0 && (
        <Alert type="info" showIcon title={say('rate.holds', { count: use.heldByRate })} />
      )}
      {use.accounts.length > 0 && (
        <DataTable label={say('use')} columns={columns} rows={use.accounts} wrapsFrom={900} />
      )}
      <p className="soft">
        {say('rate')} {mayManageChannels && <Link to="/channel-accounts">{say('rate.change')}</Link>}
      </p>
    </section>
  );
}

/** That the brake of the cost holds, and what to do. */
export function CostHolds({ use }: { use: SendingUse }) {
  const say = useWords(sendingWords);
  if (use.costHolds === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say(`cost.holds.${use.costHolds}`, { count: use.heldByCost })}
      description={say(`cost.holds.${use.costHolds}.text`)}
    />
  );
}

function CostBar({ spent, limit }: { spent: number; limit: number | null }) {
  const say = useWords(sendingWords);
  const money = useMoney();
  if (limit === null) return say('use.noLimit', { spent: money(spent) });
  const percent = limit === 0 ? 100 : Math.min(100, Math.round((spent / limit) * 100));
  const label = say('use.ofLimit', { spent: money(spent), limit: money(limit), percent });
  return (
    <>
      {label}
      <Progress
        percent={percent}
        showInfo={false}
        size="small"
        status={percent >= 100 ? 'exception' : 'normal'}
        aria-label={label}
      />
    </>
  );
}
