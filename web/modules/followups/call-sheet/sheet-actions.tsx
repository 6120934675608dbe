import { Button } from 'antd';
import { useState } from 'react';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { useAssignFollowups } from '../api.ts';
import { HandOverDialog } from '../hand-over-dialog.tsx';
import { EndDialog } from '../end-dialog.tsx';
import { followupsWords } from '../words.ts';

/** Anybody may take a call over or hand on what they hold; supervisors do so for others, and end one with a reason. */
export function SheetActions({ sheet, colleagues }: { sheet: CallSheet; colleagues: readonly Colleague[] }) {
  const say = useWords(followupsWords);
  const { staffId } = useMe();
  const maySupervise = useMay('followups.supervise');
  const tell = useTell();
  const assign = useAssignFollowups();
  const [asking, setAsking] = useState<'assign' | 'end' | null>(null);
  const followups = sheet.followups;
  const ids = followups.map(({ id }) => id);
  const isMine = followups.some(({ assigneeId }) => assigneeId === staffId);
  const close = () => setAsking(null);
  const handOver = { key: 'assign', label: say('assign'), onDo: () => setAsking('assign') };

  const takeOver = () =>
    assign.mutate({ ids, staffId }, { onSuccess: () => tell.done(say('taken')), onError: tell.failed });

  return (
    <>
      {!isMine && (
        <Button size="small" loading={assign.isPending} onClick={takeOver}>
          {say('take')}
        </Button>
      )}
      <RowActions
        label={say('more')}
        actions={
          maySupervise
            ? [handOver, { key: 'end', label: say('end'), dangerous: true, onDo: () => setAsking('end') }]
            : isMine
              ? [handOver]
              : []
        }
      />
      {asking === 'assign' && <HandOverDialog ids={ids} colleagues={colleagues} onClose={close} />}
      {asking === 'end' && <EndDialog ids={ids} onClose={close} />}
    </>
  );
}
