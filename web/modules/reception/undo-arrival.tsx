import { Button } from 'antd';
import { useState } from 'react';
import { UndoArrival as UndoArrivalShape, type BoardCard } from '#domain/reception/contract.ts';
import { mayUndoArrival, type VisitStage } from '#domain/reception/stage.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { useUndoArrival } from './api.ts';
import { receptionWords } from './words.ts';

interface UndoArrivalProps {
  card: BoardCard & { visitId: string };
  onDone: () => void;
}

/** The wrong person was received, or checked in: with a reason they are expected as before. */
export function UndoArrival({ card, onDone }: UndoArrivalProps) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const undo = useUndoArrival();
  const [isOpen, setOpen] = useState(false);
  const { visitId, version, inTreatmentAt } = card;
  if (!mayUndoArrival({ stage: card.stage as VisitStage, inTreatmentAt }).allowed) return null;
  return (
    <div>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {say('arrival.undo')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={say('arrival.undo.title', { name: card.customerName })}
          yes={say('arrival.undo')}
          label={say('arrival.undo.reason')}
          about={say('arrival.undo.about')}
          shape={UndoArrivalShape.shape.reason}
          onClose={() => setOpen(false)}
          onYes={async (reason) => {
            await undo.mutateAsync({ visitId, version, reason });
            tell.done(say('arrival.undone'));
            onDone();
          }}
        />
      )}
    </div>
  );
}
