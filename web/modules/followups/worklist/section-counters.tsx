import type { z } from 'zod';
import { sections, type Section, type WorklistCounters } from '#domain/followups/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

interface SectionCountersProps {
  counters: z.infer<typeof WorklistCounters> | undefined;
  section: Section | undefined;
  onChoose: (section: Section | undefined) => void;
}

/** How many customers stand where; pressing one shows only those, pressing it again all. */
export function SectionCounters({ counters, section, onChoose }: SectionCountersProps) {
  const say = useWords(followupsWords);
  const sayFollowup = useWords(followupWords);
  const count = useNumber();

  return (
    <div className="section-counters" role="group" aria-label={say('counters')}>
      {sections.map((each) => (
        <button
          key={each}
          type="button"
          className={`section-counter ${each}`}
          aria-pressed={section === each}
          onClick={() => onChoose(section === each ? undefined : each)}
        >
          <b>{counters ? count(counters[each]) : '–'}</b>
          <span>{sayFollowup(`section.${each}`)}</span>
        </button>
      ))}
    </div>
  );
}
