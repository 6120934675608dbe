import type { EvidenceGrade } from '#domain/evidence/grade.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from './status-tag.tsx';

/** What shows that a call was made, in a letter and in words, and whether it was recorded late. */
export function EvidenceTag({ grade, isLate }: { grade: EvidenceGrade; isLate: boolean }) {
  const say = useWords(followupWords);
  return (
    <>
      <span title={say(`grade.${grade}.means`)}>
        <StatusTag
          meaning={grade === 'E0' ? 'neutral' : 'done'}
        >{`${grade} ${say(`grade.${grade}`)}`}</StatusTag>
      </span>
      {isLate && (
        <span title={say('late.means')}>
          <StatusTag meaning="soon">{say('late')}</StatusTag>
        </span>
      )}
    </>
  );
}
