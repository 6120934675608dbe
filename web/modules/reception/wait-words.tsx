import type { Board } from '#domain/reception/contract.ts';
import { offBy } from '#domain/reception/waiting.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { receptionWords } from './words.ts';

/** What somebody was told about the wait, what the board said at that moment, and how long it was then. */
export function WaitWords({ board, visitId }: { board: Board; visitId: string }) {
  const say = useWords(receptionWords);
  const dates = useDates(board.clinicId);
  const words = board.words.filter((word) => word.visitId === visitId);
  if (words.length === 0) return null;
  const minutes = (count: number | null) => (count === null ? '—' : say('minutes', { minutes: count }));
  const signed = (off: number | null) => {
    if (off === null) return '';
    return ` (${off > 0 ? '+' : off < 0 ? '−' : '±'}${Math.abs(off)})`;
  };
  return (
    <section aria-label={say('words.title')}>
      <h3>{say('words.title')}</h3>
      <table className="wait-words">
        <thead>
          <tr>
            <th>{say('words.at')}</th>
            <th>{say('words.told')}</th>
            <th>{say('words.predicted')}</th>
            <th>{say('words.actual')}</th>
          </tr>
        </thead>
        <tbody>
          {words.map((word) => {
            const { told, predicted } = offBy(word);
            return (
              <tr key={word.at}>
                <td>
                  {dates.time(word.at)} {word.byName}
                </td>
                <td>{minutes(word.toldMinutes) + signed(told)}</td>
                <td>{minutes(word.predictedMinutes) + signed(predicted)}</td>
                <td>{word.actualMinutes === null ? say('words.waits') : minutes(word.actualMinutes)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
