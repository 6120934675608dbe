import type { CardView } from '#domain/recoverycards/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { recoveryCardWords } from './words.ts';

/** What was in use, by whose word. */
export function CardHistory({ card }: { card: CardView }) {
  const say = useWords(recoveryCardWords);
  const dates = useDates();
  if (card.history.length === 0) return null;
  return (
    <section className="panel" aria-label={say('history.title')}>
      <h2>{say('history.title')}</h2>
      <ul>
        {card.history.map(({ version, approvedAt, approvedByName }) => (
          <li key={version}>
            {approvedAt
              ? `${say('history.number', { version })} · ${say('inUse.approved', {
                  name: approvedByName ?? '–',
                  at: dates.dateTime(approvedAt),
                })}`
              : say('history.shipped')}{' '}
            {version === card.inForce?.version && <StatusTag meaning="done">{say('inUse')}</StatusTag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
