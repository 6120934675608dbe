import { ResolveMismatch } from '#domain/ledger/contract.ts';
import type { Mismatch } from '#domain/ledger/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useResolveMismatch } from './api.ts';
import { ledgerWords } from './words.ts';

/** Somebody has looked at a mismatch and says what it was. */
export function ResolveDialog({ mismatch, onClose }: { mismatch: Mismatch; onClose: () => void }) {
  const say = useWords(ledgerWords);
  const tell = useTell();
  const resolve = useResolveMismatch(mismatch.id);
  return (
    <ReasonDialog
      isLong
      title={say('resolve.title', { name: mismatch.customerName, what: say(`mismatch.${mismatch.kind}`) })}
      yes={say('resolve')}
      label={say('resolve.note')}
      hint={say('resolve.hint')}
      shape={ResolveMismatch.shape.note}
      onClose={onClose}
      onYes={async (note) => {
        await resolve.mutateAsync(note);
        tell.done(say('resolve.done'));
      }}
    />
  );
}
