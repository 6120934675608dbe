import type { Consultation } from '#domain/consultations/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { consultationsWords } from './words.ts';

/** Where it stands in a word. */
export function ConsultationState({ consultation }: { consultation: Consultation }) {
  const say = useWords(consultationsWords);
  const { outcome, isStuck } = consultation;
  if (outcome) {
    return (
      <StatusTag meaning={outcome === 'deal' ? 'done' : 'neutral'}>{say(`outcome.${outcome}`)}</StatusTag>
    );
  }
  return isStuck ? (
    <StatusTag meaning="overdue">{say('stuck')}</StatusTag>
  ) : (
    <StatusTag meaning="soon">{say('open')}</StatusTag>
  );
}
