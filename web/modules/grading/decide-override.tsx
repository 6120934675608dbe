import { Button } from 'antd';
import { useState } from 'react';
import { RevokeOverride, type OverrideView } from '#domain/grading/contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useApproveOverride, useRevokeOverride } from './api.ts';
import { gradingWords } from './words.ts';

/** For who may: yes or no to what somebody else asked for, and the way back of what is in force. */
export function DecideOverride({ override }: { override: OverrideView }) {
  const say = useWords(gradingWords);
  const tell = useTell();
  const me = useMe();
  const may = useMay('grading.override');
  const approve = useApproveOverride();
  const [refusing, setRefusing] = useState(false);
  if (!may) return null;
  const waits = override.approvedAt === null;
  const isOwn = override.proposedById === me.staffId;

  return (
    <span className="line">
      {waits && !isOwn && (
        <Button
          type="primary"
          size="small"
          loading={approve.isPending}
          onClick={() =>
            approve.mutate(override.id, {
              onSuccess: () => tell.done(say('approved')),
              onError: tell.failed,
            })
          }
        >
          {say('approve')}
        </Button>
      )}
      <Button size="small" onClick={() => setRefusing(true)}>
        {say(waits ? 'decline' : 'revoke')}
      </Button>
      {refusing && <RevokeDialog id={override.id} waits={waits} onClose={() => setRefusing(false)} />}
    </span>
  );
}

function RevokeDialog({ id, waits, onClose }: { id: string; waits: boolean; onClose: () => void }) {
  const say = useWords(gradingWords);
  const tell = useTell();
  const revoke = useRevokeOverride();
  return (
    <ReasonDialog
      title={say(waits ? 'decline' : 'revoke')}
      yes={say(waits ? 'decline' : 'revoke')}
      label={say('revoke.reason')}
      shape={RevokeOverride.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await revoke.mutateAsync({ id, reason });
        tell.done(say('revoked'));
      }}
    />
  );
}
