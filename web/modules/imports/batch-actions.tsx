import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useRunImport, useUndoImport } from './api.ts';
import { importWords } from './words.ts';

/** What can be done with an import as it stands: run it, or take it back. */
export function BatchActions({ batch }: { batch: ImportBatch }) {
  const say = useWords(importWords);
  const number = useNumber();
  const confirm = useConfirm();
  const tell = useTell();
  const run = useRunImport(batch.id);
  const undo = useUndoImport(batch.id);
  const file = batch.fileName;

  const whatIsAdded = () => {
    const { newCustomers = 0, newAppointments = 0, newVisits = 0, newOrders } = batch.counts ?? {};
    const customers = number(newCustomers);
    if (newOrders !== undefined) return say('run.text.orders', { customers, orders: number(newOrders) });
    return say('run.text', {
      customers,
      appointments: number(newAppointments),
      visits: number(newVisits),
    });
  };
  const askToRun = () =>
    confirm({
      title: say('run.ask', { file }),
      text: whatIsAdded(),
      yes: say('run.button'),
      onYes: () => run.mutateAsync(),
    });
  const askToUndo = () =>
    confirm({
      title: say('undo.ask', { file }),
      text: say('undo.text'),
      yes: say('undo.button'),
      dangerous: true,
      onYes: async () => {
        await undo.mutateAsync();
        tell.done(say('undo.done'));
      },
    });

  if (batch.state === 'ready' || batch.state === 'failed') {
    return (
      <Button type="primary" onClick={() => void askToRun()}>
        {say(batch.state === 'ready' ? 'run.button' : 'run.again')}
      </Button>
    );
  }
  if (batch.state === 'done') {
    return (
      <Button danger onClick={() => void askToUndo()}>
        {say('undo.button')}
      </Button>
    );
  }
  if (batch.state === 'refused' || batch.state === 'undone') {
    return (
      <Link to="/imports">
        <Button type="primary" tabIndex={-1}>
          {say('again')}
        </Button>
      </Link>
    );
  }
  return null;
}
