import type { AttemptResult } from '#domain/followups/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from './status-tag.tsx';
import type { Meaning } from './theme.ts';

const meaningOf: Record<AttemptResult, Meaning> = {
  reached: 'done',
  no_answer: 'neutral',
  call_back: 'soon',
  refused: 'risk',
  wrong_number: 'risk',
};

/** How a call went. */
export function ResultTag({ result }: { result: AttemptResult }) {
  const say = useWords(followupWords);
  return <StatusTag meaning={meaningOf[result]}>{say(`result.${result}`)}</StatusTag>;
}
