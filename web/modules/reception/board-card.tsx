import { Progress, Tag } from 'antd';
import type { Board, BoardCard as Card } from '#domain/reception/contract.ts';
import { nextWordAt, predictWait, shareOfTarget, waitsSince } from '#domain/reception/waiting.ts';
import { millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { HealthWarnings } from '#web/ui/health-warnings.tsx';
import { meanings } from '#web/ui/theme.ts';
import { owesIntake } from './owed-intakes.tsx';
import { receptionWords } from './words.ts';

interface BoardCardProps {
  card: Card;
  board: Board;
  now: Instant;
  onOpen: () => void;
}

/** One person of the day: who, why, with whom, how long already, and when the next word is due. */
export function BoardCard({ card, board, now, onOpen }: BoardCardProps) {
  const say = useWords(receptionWords);
  const dates = useDates(board.clinicId);
  const share = shareOfTarget(card, now, board.rules);
  const wordAt = nextWordAt(card, board.rules);
  const predicted = predictWait(card, board.cards, now);
  const isHere = card.visitId !== null && card.stage !== 'gone';
  return (
    <button type="button" className="board-card" data-stage={card.stage} onClick={onOpen}>
      <span className="board-card-head">
        <b>{card.customerName}</b>
        {card.number !== null && (
          <span className="board-number">{say('number', { number: card.number })}</span>
        )}
        {share !== null && <WaitRing share={share} minutes={minutesSince(waitsSince(card)!, now)} />}
      </span>
      <span className="board-card-tags">
        <Tag color={card.kind === 'first' ? 'blue' : 'default'}>{say(card.kind)}</Tag>
        <Tag>{card.classCode ?? say('unclassed')}</Tag>
        <Tag>{card.grade}</Tag>
        {card.isSelf && card.stage !== 'gone' && <Tag color="cyan">{say('self')}</Tag>}
        {isHere && owesIntake(card) && (
          <Tag color="orange">{say(card.intake === 'asked' ? 'intake.asked' : 'intake.owed')}</Tag>
        )}
        {isHere && card.asksConsent && <Tag color="orange">{say('consent.owed')}</Tag>}
      </span>
      {card.enteredAt !== null && (
        <span className="board-line soft">{say('entered', { at: dates.time(card.arrivedAt!) })}</span>
      )}
      {isHere && <HealthWarnings warnings={card.warnings} />}
      {card.isMinor && isHere && (
        <span className="board-line">
          {say('guardian')} {card.guardianName ?? '—'}
        </span>
      )}
      {card.complaint && <span className="board-line">{card.complaint}</span>}
      <span className="board-line soft">
        {card.startsAt && dates.time(card.startsAt)} {card.doctorName ?? say('nobody')}
        {isHere && card.doctorId && ` · ${say(card.readAt ? 'read' : 'unread')}`}
      </span>
      {wordAt && (
        <span className="board-line" data-due={wordAt <= now}>
          {wordAt <= now ? say('word.now') : say('word.due', { time: dates.time(wordAt) })}
          {predicted !== null && ` · ${say('predicted', { minutes: predicted })}`}
        </span>
      )}
    </button>
  );
}

/** Fills toward the target; what is over it is said by number, colour and thickness. */
function WaitRing({ share, minutes }: { share: number; minutes: number }) {
  const meaning = share >= 1 ? 'overdue' : share >= 2 / 3 ? 'soon' : 'done';
  return (
    <Progress
      type="circle"
      // A full ring is no success.
      status="normal"
      size={38}
      strokeWidth={share >= 1 ? 14 : 9}
      percent={Math.min(100, share * 100)}
      strokeColor={meanings[meaning].ink}
      format={() => <span className="board-minutes">{minutes}</span>}
    />
  );
}

export function minutesSince(since: Instant, now: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(now) - millisecondsOf(since)) / 60_000));
}
