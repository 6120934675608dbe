import { DismissDuplicate } from '#domain/identity/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useDismiss } from './api.ts';
import { identityWords } from './words.ts';

const usual = ['dismiss.family', 'dismiss.namesake', 'dismiss.checked'] as const;

interface DismissDialogProps {
  id: string;
  onClose: () => void;
  onDone: () => void;
}

/** They are two people; why is kept, so that nobody is asked again. */
export function DismissDialog({ id, onClose, onDone }: DismissDialogProps) {
  const say = useWords(identityWords);
  const dismiss = useDismiss();
  return (
    <ReasonDialog
      title={say('dismiss.title')}
      yes={say('dismiss')}
      label={say('reason')}
      hint={say('dismiss.hint')}
      usual={usual.map((word) => say(word))}
      shape={DismissDuplicate.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await dismiss.mutateAsync({ id, reason });
        onDone();
      }}
    />
  );
}
