import { useRef, type KeyboardEvent } from 'react';
import { asksForRepair, bandOf } from '#domain/followups/satisfaction.ts';
import { meanings } from '#web/ui/theme.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** A 0 typed this soon after a 1 means 10. */
const tenWithinMilliseconds = 900;

interface ScoreRowProps {
  id: string | undefined;
  value: number | null;
  onChange: (score: number | null) => void;
}

/** Satisfaction 0–10 as a row of numbers: pressed, or typed while the row is in focus; pressed again it is empty. */
export function ScoreRow({ id, value, onChange }: ScoreRowProps) {
  const say = useWords(followupsWords);
  const typedOneAt = useRef(-Infinity);

  const type = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = typed(event);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  const typed = ({ key, timeStamp }: KeyboardEvent): number | null | undefined => {
    if (key === '0' && timeStamp - typedOneAt.current < tenWithinMilliseconds) return 10;
    if (key === '1') typedOneAt.current = timeStamp;
    if (/^\d$/.test(key)) return Number(key);
    if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(10, (value ?? -1) + 1);
    if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, (value ?? 11) - 1);
    return key === 'Backspace' || key === 'Delete' ? null : undefined;
  };

  return (
    <div className="score">
      <div className="line">
        <span>{say('score')}</span>
        <Band score={value} />
      </div>
      <div
        id={id}
        className="score-row"
        role="radiogroup"
        aria-label={say('score')}
        data-own-keys
        onKeyDown={type}
      >
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            role="radio"
            aria-checked={value === score}
            tabIndex={score === (value ?? 10) ? 0 : -1}
            onClick={() => onChange(value === score ? null : score)}
          >
            {score}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What the score means, and whether it makes work for the supervisor. */
function Band({ score }: { score: number | null }) {
  const say = useWords(followupsWords);
  if (score === null) return <span className="soft">{say('score.ends')}</span>;
  const repair = asksForRepair(score);
  return (
    <span role="status" style={{ color: meanings[repair ? 'overdue' : 'done'].ink }}>
      {say(`band.${bandOf(score)}`)}
      {repair && ` · ${say('score.repair')}`}
    </span>
  );
}
