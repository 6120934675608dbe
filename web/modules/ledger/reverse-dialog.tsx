import { ReverseEntry } from '#domain/ledger/contract.ts';
import type { LedgerLine } from '#domain/ledger/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useReverseEntry } from './api.ts';
import { ledgerWords } from './words.ts';

/** Takes an entry back, with the reason; nothing in the books is ever changed. */
export function ReverseDialog({ entry, onClose }: { entry: LedgerLine; onClose: () => void }) {
  const say = useWords(ledgerWords);
  const money = useMoney();
  const tell = useTell();
  const reverse = useReverseEntry(entry.id);
  return (
    <ReasonDialog
      isDanger
      title={say('reverse.title', { what: say(`kind.${entry.kind}`), money: money(entry.fen) })}
      yes={say('reverse')}
      label={say('reverse.reason')}
      about={say('reverse.text')}
      hint={say('reverse.hint')}
      shape={ReverseEntry.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await reverse.mutateAsync(reason);
        tell.done(say('reverse.done'));
      }}
    />
  );
}
