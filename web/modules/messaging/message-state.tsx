import type { Message } from '#domain/messaging/contract.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { messagingWords } from './words.ts';

const meaningOf: Record<MessageState, Meaning> = {
  queued: 'neutral',
  sending: 'neutral',
  accepted: 'neutral',
  delivered: 'done',
  failed: 'overdue',
  unknown: 'risk',
  by_hand: 'soon',
  sent_by_hand: 'done',
  stopped: 'neutral',
  dropped: 'neutral',
};

/** Where a message stands, and why where that is not plain. */
export function MessageStateTag({ message }: { message: Message }) {
  const say = useWords(messagingWords);
  const { state, reason, isQuarantined, toGuardian } = message;
  const why = `reason.${reason ?? ''}`;
  return (
    <span className="line">
      <StatusTag meaning={meaningOf[state]}>{say(`state.${state}`)}</StatusTag>
      {isQuarantined && <StatusTag meaning="risk">{say('quarantined')}</StatusTag>}
      {toGuardian && <span className="soft">{say('guardian')}</span>}
      {reason && (
        <span className="soft">
          {hasWord(messagingWords, why) ? say(why as 'reason.not-to-say') : reason}
        </span>
      )}
    </span>
  );
}
