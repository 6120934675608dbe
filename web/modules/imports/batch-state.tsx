import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { importWords } from './words.ts';

const meaningOf: Record<ImportBatch['state'], Meaning> = {
  checking: 'soon',
  refused: 'overdue',
  ready: 'soon',
  running: 'soon',
  done: 'done',
  failed: 'overdue',
  undone: 'neutral',
};

export function BatchState({ state }: Pick<ImportBatch, 'state'>) {
  const say = useWords(importWords);
  return <StatusTag meaning={meaningOf[state]}>{say(`state.${state}`)}</StatusTag>;
}
