import { NameReason } from '#domain/coverage/contract.ts';
import type { LostCustomer } from '#domain/coverage/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useNameReason } from './api.ts';
import { coverageWords } from './words.ts';

/** Nobody will follow this customer up, and somebody says why. */
export function NameReasonDialog({ lost, onClose }: { lost: LostCustomer; onClose: () => void }) {
  const say = useWords(coverageWords);
  const tell = useTell();
  const name = useNameReason(lost.id);
  return (
    <ReasonDialog
      isLong
      title={say('reason.title', { name: lost.customerName })}
      yes={say('reason.name')}
      label={say('reason')}
      hint={say('reason.hint')}
      shape={NameReason.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await name.mutateAsync(reason);
        tell.done(say('reason.done'));
      }}
    />
  );
}
