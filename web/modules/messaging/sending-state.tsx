import { Alert, Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Brakes, PauseSending, SendingUse } from '#domain/messaging/contract.ts';
import { pausesAll, pausesNothing } from '#domain/messaging/pause.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useBrakes, useMessageWays, usePauseSending, useSendingUse } from './api.ts';
import { useAmount } from './balance-cell.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { CostHolds } from './sending-use.tsx';
import { sendingWords } from './sending-words.ts';
import './messaging.css';

/** On every page of messages: whether anything is stopped, by whom, and how it goes on. */
export function SendingState() {
  const say = useWords(sendingWords);
  const brakes = useBrakes().data;
  const ways = useMessageWays().data;
  const use = useSendingUse().data;
  if (!brakes) return null;
  return (
    <div className="rows sending-state">
      {!pausesNothing(brakes) && <PausedAlert brakes={brakes} />}
      {brakes.quarantined > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('quarantined', { count: brakes.quarantined })}
          description={say('quarantined.text')}
          action={
            <Link to="/messages" search={{ list: 'quarantined' } as never}>
              {say('quarantined.look')}
            </Link>
          }
        />
      )}
      {use && <UseAlerts use={use} />}
      {ways && !ways.linksOpen && !ways.isMadeUp && (
        <Alert type="warning" showIcon title={say('linksClosed')} description={say('linksClosed.text')} />
      )}
      {ways?.items.every(({ channel }) => channel === 'group') && (
        <Alert type="info" showIcon title={say(ways.isMadeUp ? 'madeUp' : 'noWay')} />
      )}
    </div>
  );
}

/** Brakes that hold something, and balances that run out. */
function UseAlerts({ use }: { use: SendingUse }) {
  const say = useWords(sendingWords);
  const amount = useAmount();
  const mayManageChannels = useMay('channels.manage');
  return (
    <>
      {use.heldByCost > 0 && <CostHolds use={use} />}
      {use.accounts
        .filter(({ isLow }) => isLow)
        .map(({ id, name, balanceLeft, balanceFloor, balanceUnit }) => (
          <Alert
            key={id}
            type="warning"
            showIcon
            title={say('low.balance', {
              ...{ name, left: amount(balanceLeft ?? 0, balanceUnit ?? 'fen') },
              floor: amount(balanceFloor ?? 0, balanceUnit ?? 'fen'),
            })}
            description={say('low.balance.text')}
            action={mayManageChannels && <Link to="/channel-accounts">{say('low.balance.look')}</Link>}
          />
        ))}
    </>
  );
}

function PausedAlert({ brakes }: { brakes: Brakes }) {
  const say = useWords(sendingWords);
  const dates = useDates();
  const mayManage = useMay('messages.manage');
  const resume = useResume(brakes);
  const { kinds, channels, reason, changedAt, changedByName } = brakes;
  const what = [
    ...kinds.map((kind) => say(`pause.kind.${kind}`)),
    ...channels.map((channel) => say(`pause.channel.${channel}`)),
  ].join(say('and'));
  const by = say('paused.by', {
    name: changedByName ?? '–',
    at: changedAt ? dates.shortDateTime(changedAt) : '–',
  });
  return (
    <Alert
      type="error"
      showIcon
      title={pausesAll(brakes) ? say('paused.all') : say('paused.some', { what })}
      description={reason ? `${by} · ${reason}` : by}
      action={mayManage && <Button onClick={resume}>{say('resume')}</Button>}
    />
  );
}

function useResume({ version }: Brakes): () => void {
  const say = useWords(sendingWords);
  const confirm = useConfirm();
  const tell = useTell();
  const pause = usePauseSending();
  return () =>
    void confirm({
      title: say('resume.ask'),
      text: say('resume.text'),
      yes: say('resume'),
      onYes: async () => {
        await pause.mutateAsync({ kinds: [], channels: [], reason: null, version });
        tell.done(say('resumed'));
      },
    });
}

/** Stops everything, or some kinds and channels, at once. */
export function PauseButton() {
  const say = useWords(sendingWords);
  const tell = useTell();
  const mayManage = useMay('messages.manage');
  const brakes = useBrakes().data;
  const pause = usePauseSending();
  const [isAsking, setIsAsking] = useState(false);
  if (!mayManage || !brakes || pausesAll(brakes)) return null;

  const save = (wanted: PauseSending) =>
    pause.mutate(
      { ...wanted, version: brakes.version },
      {
        onSuccess: () => {
          tell.done(say('paused.done'));
          setIsAsking(false);
        },
        onError: tell.failed,
      },
    );
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>
        {say('pause')}
      </Button>
      {isAsking && (
        <PauseDialog
          now={brakes}
          isSaving={pause.isPending}
          onSave={save}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
