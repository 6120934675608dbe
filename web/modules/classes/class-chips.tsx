import type { ClassStage } from '#domain/classes/preclass.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { keyOf } from './class-keys.ts';
import { useClassNames } from './class-names.ts';
import { classesWords } from './words.ts';
import './classes.css';

interface ClassChipsProps {
  stage: ClassStage;
  /** Which one is pressed, if any. */
  value?: string | null;
  disabled?: boolean;
  onPick: (code: string) => void;
  /** Offers to leave the class for later. */
  onNone?: () => void;
}

/** The classes of a stage in a row, each with its key. */
export function ClassChips({ stage, value = null, disabled = false, onPick, onNone }: ClassChipsProps) {
  const say = useWords(classesWords);
  const wording = useWording();
  const { classesOf } = useClassNames();
  return (
    <div className="class-chips" role="group" aria-label={say('class')}>
      {classesOf(stage).map(({ code, name, criteria }) => (
        <button
          key={code}
          type="button"
          aria-pressed={value === code}
          disabled={disabled}
          title={wording(criteria)}
          onClick={() => onPick(code)}
        >
          <b>{code}</b>
          <span>{wording(name)}</span>
          {keyOf(code) && <kbd className="wide-only">{keyOf(code)!.toUpperCase()}</kbd>}
        </button>
      ))}
      {onNone && (
        <button type="button" className="quiet" disabled={disabled} onClick={onNone}>
          {say('not-yet')}
        </button>
      )}
    </div>
  );
}
