import type { Message } from '#domain/messaging/contract.ts';
import type { MessageState } from '#domain/messaging/message-state.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { accountWords } from './account-words.ts';
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
  const why = useReason();
  return (
    <span className="line">
      <StatusTag meaning={meaningOf[state]}>{say(`state.${state}`)}</StatusTag>
      {isQuarantined && <StatusTag meaning="risk">{say('quarantined')}</StatusTag>}
      {toGuardian && <span className="soft">{say('guardian')}</span>}
      {reason && <span className="soft">{why(state, reason)}</span>}
    </span>
  );
}

/** In words; what only a provider can explain is told with the sign it gave. */
function useReason() {
  const say = useWords(messagingWords);
  const sayProvider = useWords(accountWords);
  const signOf = (code: string) => {
    const known = `why.${code}`;
    return hasWord(accountWords, known) ? sayProvider(known as 'why.http-429') : code;
  };
  return (state: MessageState, reason: string) => {
    const [code, sign = ''] = reason.split(/:(.*)/s);
    const known = `reason.${code}`;
    if (!hasWord(messagingWords, known))
      return state === 'unknown'
        ? say('reason.code', { words: say('reason.unknown'), code: signOf(reason) })
        : reason;
    const words = say(known as 'reason.refused');
    return sign === '' ? words : say('reason.code', { words, code: signOf(sign) });
  };
}
