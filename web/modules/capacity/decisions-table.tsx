import { Button } from 'antd';
import type { Decision } from '#domain/capacity/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useDecisions, useUndoDecision } from './api.ts';
import { capacityWords } from './words.ts';

/** What was decided about days that were full, and the way back. */
export function DecisionsTable() {
  const say = useWords(capacityWords);
  const dates = useDates();
  const decisions = useDecisions();
  const undo = useUndoDecision();
  const confirm = useConfirm();
  const tell = useTell();
  const textOf = ({ kind, staffName: name, day, toName }: Decision) => {
    const of = { name, day: dates.shortDay(day) };
    return kind === 'lend' ? say('decided.lend', { ...of, to: toName ?? '' }) : say(`decided.${kind}`, of);
  };
  const ask = ({ id }: Decision) =>
    confirm({
      title: say('undo.ask'),
      text: say('undo.text'),
      yes: say('undo'),
      onYes: async () => {
        const { undone, kept } = await undo.mutateAsync(id);
        tell.done(say('undone', { undone, kept }));
      },
    });
  return (
    <DataTable
      label={say('decisions')}
      rows={decisions.data?.items}
      error={decisions.error}
      onRetry={() => void decisions.refetch()}
      empty={<EmptyState text={say('decisions.empty')} />}
      columns={[
        { key: 'what', title: say('decided.what'), leads: true, show: textOf },
        { key: 'when', title: say('decided.when'), show: ({ decidedAt }) => dates.shortDateTime(decidedAt) },
        { key: 'by', title: say('decided.by'), show: ({ decidedByName }) => decidedByName ?? '–' },
        {
          key: 'undo',
          title: '',
          align: 'right',
          show: (decision) =>
            decision.undoneAt ? (
              <StatusTag meaning="neutral">{say('decided.undone')}</StatusTag>
            ) : (
              <Button type="link" size="small" onClick={() => void ask(decision)}>
                {say('undo')}
              </Button>
            ),
        },
      ]}
    />
  );
}
