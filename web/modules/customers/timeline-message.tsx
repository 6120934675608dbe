import { hasWord, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { factsOf } from './timeline-facts.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import { customersWords } from './words.ts';

const meaningOf: Record<string, Meaning> = {
  delivered: 'done',
  sent_by_hand: 'done',
  failed: 'overdue',
  unknown: 'risk',
};

/** What the customer was sent, by which way, and whether it arrived. */
export function MessageEntry({ group }: { group: TimelineGroup }) {
  const say = useWords(customersWords);
  const { text, isSo } = factsOf(group.entries[0]);
  const [by, state] = [`message.by.${text('channel')}`, `message.state.${text('state')}`];
  return (
    <div>
      <div className="line">
        <b>{say('kind.message')}</b>
        {hasWord(customersWords, by) && <span>{say(by as 'message.by.sms')}</span>}
        {hasWord(customersWords, state) && (
          <StatusTag meaning={meaningOf[text('state') ?? ''] ?? 'neutral'}>
            {say(state as 'message.state.failed')}
          </StatusTag>
        )}
        {isSo('toGuardian') && <span className="soft">{say('message.guardian')}</span>}
      </div>
      <div className="written">{text('text')}</div>
    </div>
  );
}

/** What the customer answered. */
export function AnswerEntry({ group }: { group: TimelineGroup }) {
  const say = useWords(customersWords);
  const { text, isSo } = factsOf(group.entries[0]);
  return (
    <div>
      <div className="line">
        <b>{say('kind.message-answered')}</b>
        {isSo('isOptOut') && <StatusTag meaning="risk">{say('message.optOut')}</StatusTag>}
      </div>
      <div className="written">{text('text')}</div>
    </div>
  );
}
