import { EndFollowup } from '#domain/followups/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useEndFollowups } from './api.ts';
import { followupsWords } from './words.ts';

interface EndDialogProps {
  ids: readonly string[];
  onClose: () => void;
  onDone?: () => void;
}

/** Ends followups without an answer. The reason stands in the customer's timeline for good. */
export function EndDialog({ ids, onClose, onDone }: EndDialogProps) {
  const say = useWords(followupsWords);
  const tell = useTell();
  const end = useEndFollowups();
  return (
    <ReasonDialog
      isDanger
      title={say('end.title', { count: ids.length })}
      yes={say('end')}
      label={say('end.reason')}
      hint={say('end.hint')}
      shape={EndFollowup.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await end.mutateAsync({ ids, reason });
        tell.done(say('end.done', { count: ids.length }));
        onDone?.();
      }}
    />
  );
}
