import { Button } from 'antd';
import type { ChannelAccount } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useEditAccount, useTestAccount } from './api.ts';
import { accountWords } from './account-words.ts';
import { BalanceCell, useWhy } from './balance-cell.tsx';

/** One account: whether it works, what it costs, and its switch. */
export function AccountCard({ account, onEdit }: { account: ChannelAccount; onEdit: () => void }) {
  const say = useWords(accountWords);
  const dates = useDates();
  const money = useMoney();
  const clinicName = useClinicName();
  const whyOf = useWhy();
  const tell = useTell();
  const test = useTestAccount();
  const { kind, name, isEnabled, testResult, testedAt } = account;
  const at = testedAt ? dates.shortDateTime(testedAt) : '';

  const tryIt = () =>
    test.mutate(account.id, {
      onSuccess: ({ testResult: result }) =>
        result === 'ok'
          ? tell.done(say(kind.endsWith('-robot') ? 'test.ok.robot' : 'test.ok'))
          : tell.warned(say('test.failed', { why: whyOf(result) })),
      onError: tell.failed,
    });

  return (
    <li className="panel" aria-label={name}>
      <div className="line">
        <b>{name}</b>
        <span className="soft">{say(`kind.${kind}`)}</span>
        <span className="push" />
        <StatusTag meaning={isEnabled ? 'done' : 'neutral'}>{say(isEnabled ? 'on' : 'off')}</StatusTag>
      </div>
      <dl>
        <dt>{say('clinic')}</dt>
        <dd>{account.clinicId === null ? say('clinic.all') : clinicName(account.clinicId)}</dd>
        <dt>{say('secret')}</dt>
        <dd>{say('secret.isSet')}</dd>
        <dt>{say('position')}</dt>
        <dd>{say('limits.is', { perMinute: account.perMinute, position: account.position })}</dd>
        <dt>{say('today')}</dt>
        <dd>{say('today.is', { count: account.sentToday, cost: money(account.costTodayFen) })}</dd>
        <dt>{say('balance')}</dt>
        <dd>
          <BalanceCell of={account} fault={account.balanceFault} />
        </dd>
        <dt>{say('tested')}</dt>
        <dd>
          {testResult === null ? (
            <StatusTag meaning="soon">{say('tested.never')}</StatusTag>
          ) : testResult === 'ok' ? (
            <StatusTag meaning="done">{say('tested.ok', { at })}</StatusTag>
          ) : (
            <span className="wrong-text">{say('tested.failed', { why: whyOf(testResult), at })}</span>
          )}
        </dd>
      </dl>
      <div className="line">
        <Button
          size="small"
          type={testResult === 'ok' ? 'default' : 'primary'}
          loading={test.isPending}
          onClick={tryIt}
        >
          {say('test')}
        </Button>
        <Switches account={account} />
        <Button size="small" type="text" onClick={onEdit}>
          {say('edit')}
        </Button>
      </div>
    </li>
  );
}

function Switches({ account }: { account: ChannelAccount }) {
  const say = useWords(accountWords);
  const confirm = useConfirm();
  const tell = useTell();
  const edit = useEditAccount();
  const { id, version, name, isEnabled, testResult } = account;
  const turn = (on: boolean) => edit.mutateAsync({ id, version, isEnabled: on });

  if (isEnabled) {
    return (
      <Button
        size="small"
        onClick={() =>
          void confirm({
            title: say('disable.ask', { name }),
            text: say('disable.text'),
            yes: say('disable'),
            onYes: async () => {
              await turn(false);
              tell.done(say('disabled'));
            },
          })
        }
      >
        {say('disable')}
      </Button>
    );
  }
  return (
    <Button
      size="small"
      disabled={testResult !== 'ok'}
      {...(testResult !== 'ok' && { title: say('enable.first') })}
      loading={edit.isPending}
      onClick={() => void turn(true).then(() => tell.done(say('enabled')), tell.failed)}
    >
      {say('enable')}
    </Button>
  );
}
