import { Alert, Progress } from 'antd';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { sayProblem } from '#domain/exchange/words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { isStillPlanning } from './api.ts';
import { importWords } from './words.ts';

/** Where an import stands, in a sentence, with a bar while the server is at work. */
export function BatchProgress({ batch }: { batch: ImportBatch }) {
  const say = useWords(importWords);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const dates = useDates(batch.clinicId);
  const { state, problem, counts, finishedAt } = batch;

  switch (state) {
    case 'checking':
    case 'running':
      return <AtWork batch={batch} />;
    case 'refused':
    case 'failed':
      return (
        <Alert
          type="error"
          showIcon
          title={problem ? sayProblem(problem.code, language, problem.details) : say(`state.${state}`)}
          description={say(
            state === 'refused' && batch.columns.length > 0 ? 'refused.columns' : `${state}.text`,
          )}
        />
      );
    case 'ready': {
      const nothing =
        counts &&
        counts.newCustomers + counts.newAppointments + counts.newVisits + (counts.newOrders ?? 0) === 0;
      return <Alert type="info" showIcon title={say(nothing ? 'ready.nothing' : 'ready.text')} />;
    }
    case 'done':
      return (
        <Alert
          type="success"
          showIcon
          title={say('done.text', { at: finishedAt ? dates.dateTime(finishedAt) : '' })}
          description={isStillPlanning(batch) && say('done.planning')}
        />
      );
    case 'undone':
      return (
        <Alert
          type="info"
          showIcon
          title={say('undone.text')}
          description={problem && sayProblem(problem.code, language, problem.details)}
        />
      );
  }
}

function AtWork({ batch: { state, progress, counts } }: { batch: ImportBatch }) {
  const say = useWords(importWords);
  const number = useNumber();
  const total = state === 'running' ? counts?.rows : undefined;
  const rows = number(progress);
  const text =
    state === 'checking'
      ? say('checking.text', { rows })
      : total
        ? say('running.of', { rows, total: number(total) })
        : say('running.text', { rows });

  return (
    <div className="panel" role="status">
      <div>{text}</div>
      {total ? (
        <Progress percent={Math.min(100, Math.floor((progress / total) * 100))} status="normal" />
      ) : (
        <progress aria-label={text} style={{ width: '100%' }} />
      )}
      <div className="soft">{say('leave')}</div>
    </div>
  );
}
