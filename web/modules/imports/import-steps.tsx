import { Steps } from 'antd';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { importWords } from './words.ts';

const steps = ['upload', 'check', 'run', 'done'] as const;
const stepOf: Record<ImportBatch['state'], (typeof steps)[number]> = {
  checking: 'check',
  refused: 'check',
  ready: 'check',
  running: 'run',
  failed: 'run',
  done: 'done',
  undone: 'done',
};

export function ImportSteps({ state }: Pick<ImportBatch, 'state'>) {
  const say = useWords(importWords);
  const isWrong = state === 'refused' || state === 'failed';
  const isOver = state === 'done' || state === 'undone';
  return (
    <Steps
      size="small"
      responsive={false}
      current={steps.indexOf(stepOf[state])}
      status={isWrong ? 'error' : isOver ? 'finish' : 'process'}
      items={steps.map((step) => ({ title: say(`step.${step}`) }))}
    />
  );
}
