import type { ReactNode } from 'react';
import type { Board, BoardCard as Card } from '#domain/reception/contract.ts';
import { stageBefore, stages } from '#domain/reception/stage.ts';
import type { Stage } from '#domain/reception/stage.ts';
import { alertsOf } from '#domain/reception/waiting.ts';
import type { Instant } from '#domain/base/time.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { BoardCard, minutesSince } from './board-card.tsx';
import './board.css';
import { receptionWords } from './words.ts';

interface BoardProps {
  board: Board;
  now: Instant;
  onOpen: (id: string) => void;
}

/** Who is expected becomes late by the clock alone. */
export function cardsNow(board: Board, now: Instant): Card[] {
  return board.cards.map((card) =>
    card.visitId === null && card.startsAt !== null
      ? { ...card, stage: stageBefore({ startsAt: card.startsAt }, now, board.rules) }
      : card,
  );
}

export function BoardColumns({ board, now, onOpen }: BoardProps) {
  const say = useWords(receptionWords);
  const number = useNumber();
  const inStage = (stage: Stage) =>
    board.cards
      .filter((card) => card.stage === stage)
      .sort((one, other) => one.since.localeCompare(other.since) * (stage === 'gone' ? -1 : 1));
  return (
    <div className="board">
      {stages.map((stage) => {
        const cards = inStage(stage);
        return (
          <section key={stage} aria-label={say(stage)} className="board-column" data-stage={stage}>
            <h2>
              {say(stage)} <span className="soft">{number(cards.length)}</span>
            </h2>
            {cards.map((card) => (
              <BoardCard key={card.id} {...{ card, board, now }} onOpen={() => onOpen(card.id)} />
            ))}
            {cards.length === 0 && <p className="soft">{say('empty')}</p>}
          </section>
        );
      })}
    </div>
  );
}

interface AlertsProps extends BoardProps {
  /** When somebody late was called, by appointment. */
  calledAt: ReadonlyMap<string, Instant>;
  /** What else the desk has to see to: it stands first, as it is short. */
  children?: ReactNode;
}

/** What must be answered, in the order in which it must be. */
export function Alerts({ board, now, onOpen, calledAt, children }: AlertsProps) {
  const say = useWords(receptionWords);
  const nameOf = new Map(board.cards.map(({ id, customerName }) => [id, customerName]));
  const watched = board.cards.map((card) => ({
    ...card,
    calledAt: calledAt.get(card.appointmentId ?? '') ?? null,
  }));
  const alerts = alertsOf(watched, now, board.rules);
  return (
    <aside className="board-alerts" aria-label={say('alerts')}>
      {children}
      <h2>
        {say('alerts')} <span className="soft">{alerts.length}</span>
      </h2>
      {alerts.length === 0 && <p className="soft">{say('alerts.none')}</p>}
      <ol>
        {alerts.map(({ cardId, kind, dueAt }) => (
          <li key={`${cardId} ${kind}`}>
            <button type="button" data-kind={kind} onClick={() => onOpen(cardId)}>
              <b>{nameOf.get(cardId)}</b> {say(`alert.${kind}`)}
              <span className="soft"> {say('alert.since', { minutes: minutesSince(dueAt, now) })}</span>
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}
