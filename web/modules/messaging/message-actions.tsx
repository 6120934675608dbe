import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Message } from '#domain/messaging/contract.ts';
import type { Settlement } from '#domain/messaging/message-state.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useReleaseMessages, useSettleMessage } from './api.ts';
import { messagingWords } from './words.ts';

/** What a colleague can do with a message that waits for them. */
export function MessageActions({ message: { id, text, kind, state, isQuarantined } }: { message: Message }) {
  const say = useWords(messagingWords);
  const tell = useTell();
  const confirm = useConfirm();
  const settle = useSettleMessage();
  const release = useReleaseMessages();
  const mayManage = useMay('messages.manage');

  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    tell.done(say('copied'));
  };
  const save = (settlement: Settlement, word: 'sent' | 'arrived') =>
    settle.mutate(
      { id, settlement },
      { onSuccess: () => tell.done(say(`${word}.done`)), onError: tell.failed },
    );
  const ask = (settlement: Settlement, word: 'notSent' | 'sendAgain' | 'takeOff' | 'leave') =>
    void confirm({
      title: say(`${word}.ask`),
      text: say(`${word}.text`),
      yes: say(word),
      onYes: async () => {
        await settle.mutateAsync({ id, settlement });
        tell.done(say(word === 'takeOff' || word === 'leave' ? 'notSent.done' : `${word}.done`));
      },
    });

  // What is in doubt is settled as such, wherever it stands.
  if (isQuarantined && state !== 'unknown') {
    return (
      <span className="line">
        {mayManage && (
          <Button
            size="small"
            loading={release.isPending}
            onClick={() =>
              release.mutate([id], {
                onSuccess: () => tell.done(say('release.done')),
                onError: tell.failed,
              })
            }
          >
            {say('release')}
          </Button>
        )}
        {(state === 'queued' || state === 'by_hand') && (
          <Button size="small" type="text" onClick={() => ask('not-sent', 'notSent')}>
            {say('notSent')}
          </Button>
        )}
      </span>
    );
  }
  if (state === 'queued') {
    return (
      <Button size="small" type="text" onClick={() => ask('not-sent', 'takeOff')}>
        {say('takeOff')}
      </Button>
    );
  }

  if (state === 'by_hand') {
    return (
      <span className="line">
        <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
          {say('copy')}
        </Button>
        <Button size="small" type="primary" loading={settle.isPending} onClick={() => save('sent', 'sent')}>
          {say('sent')}
        </Button>
        <Button size="small" type="text" onClick={() => ask('not-sent', 'notSent')}>
          {say('notSent')}
        </Button>
      </span>
    );
  }
  if (state !== 'unknown') return null;
  return (
    <span className="line">
      <Button size="small" loading={settle.isPending} onClick={() => save('arrived', 'arrived')}>
        {say('arrived')}
      </Button>
      <Button size="small" onClick={() => ask('send-again', 'sendAgain')}>
        {say('sendAgain')}
      </Button>
      {/* Who is owed it gets it by hand; there a colleague may say that it is not needed any more. */}
      {kind !== 'care' && kind !== 'service_notice' && (
        <Button size="small" type="text" onClick={() => ask('not-sent', 'leave')}>
          {say('leave')}
        </Button>
      )}
    </span>
  );
}
