import { Button } from 'antd';
import type { BoardCard } from '#domain/reception/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { receptionWords } from './words.ts';

/** Who came for the first time and left no intake form yet. */
export function owesIntake({ visitId, intake }: BoardCard): boolean {
  return visitId !== null && (intake === 'owed' || intake === 'asked');
}

interface OwedIntakesProps {
  cards: readonly BoardCard[];
  /** Whoever may ask; null only looks. */
  onBegin: ((card: BoardCard) => void) | null;
}

/** The open list of the day (E3): it is empty before the evening. */
export function OwedIntakes({ cards, onBegin }: OwedIntakesProps) {
  const say = useWords(receptionWords);
  const firsts = cards.filter(({ visitId, kind }) => visitId !== null && kind === 'first');
  const owed = firsts.filter(owesIntake);
  if (firsts.length === 0) return null;
  return (
    <section aria-label={say('intake.list')} className="desk-list">
      <h2>
        {say('intake')}{' '}
        <span className="soft">
          {firsts.length - owed.length}/{firsts.length}
        </span>
      </h2>
      {owed.length === 0 && <p className="soft">{say('intake.none')}</p>}
      <ul>
        {owed.map((card) => (
          <li key={card.id}>
            <span>
              <b>{card.customerName}</b>{' '}
              <span className="soft">{say(card.intake === 'asked' ? 'intake.asked' : 'intake.owed')}</span>
            </span>
            {onBegin && (
              <Button size="small" onClick={() => onBegin(card)}>
                {say('intake.begin')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
