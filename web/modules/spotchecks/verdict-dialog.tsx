import type { SpotCheck, Verdict } from '#domain/spotchecks/contract.ts';
import { ReviewCall } from '#domain/spotchecks/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useReviewCall } from './api.ts';
import { spotCheckWords } from './words.ts';

interface VerdictDialogProps {
  check: SpotCheck;
  verdict: Verdict;
  onClose: () => void;
  onDone: () => void;
}

/** A doubt is never left without what it rests on. */
export function VerdictDialog({ check, verdict, onClose, onDone }: VerdictDialogProps) {
  const say = useWords(spotCheckWords);
  const tell = useTell();
  const review = useReviewCall();
  const { callId, version, staffName: staff, customerName: customer } = check;
  return (
    <ReasonDialog
      isLong
      title={say('note.title', { verdict: say(`verdict.${verdict}`), staff, customer })}
      yes={say(`verdict.${verdict}`)}
      label={say('note')}
      hint={say('note.hint')}
      shape={ReviewCall.shape.note}
      onClose={onClose}
      onYes={async (note) => {
        await review.mutateAsync({ callId, verdict, note, version });
        tell.done(say('done'));
        onDone();
      }}
    />
  );
}
