import { ReopenConsultation } from '#domain/consultations/contract.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useReopenConsultation } from './api.ts';
import { consultationsWords } from './words.ts';

/** It goes on after all, and why. */
export function ReopenDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
  const say = useWords(consultationsWords);
  const tell = useTell();
  const reopen = useReopenConsultation(consultation);
  return (
    <ReasonDialog
      title={say('reopen.title')}
      yes={say('reopen')}
      label={say('reopen.reason')}
      about={say('reopen.text')}
      shape={ReopenConsultation.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await reopen.mutateAsync(reason);
        tell.done(say('reopen.done'));
      }}
    />
  );
}
