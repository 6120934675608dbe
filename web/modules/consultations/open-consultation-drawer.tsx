import type { Consultation, OpenConsultation } from '#domain/consultations/contract.ts';
import type { z } from 'zod';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useOpenConsultation } from './api.ts';
import { AskedFields } from './asked-fields.tsx';
import { consultationsWords } from './words.ts';
import './consultations.css';

interface OpenConsultationDrawerProps {
  customer: { id: string; name: string };
  open: boolean;
  onClose: () => void;
  onOpened: (consultation: Consultation) => void;
}

/** Somebody asks for something: what, and how. */
export function OpenConsultationDrawer({ customer, open, onClose, onOpened }: OpenConsultationDrawerProps) {
  const say = useWords(consultationsWords);
  const tell = useTell();
  const openIt = useOpenConsultation();
  return (
    <FormDrawer<z.input<typeof OpenConsultation>>
      title={say('new.title', { name: customer.name })}
      open={open}
      onClose={onClose}
      start={{ place: 'phone', askedCategories: [], asked: '', channelSource: null }}
      onSave={async ({ visitId = null, ...fields }) => {
        const inVisit = fields.place === 'clinic' ? visitId : null;
        const opened = await openIt.mutateAsync({ ...fields, visitId: inVisit, customerId: customer.id });
        tell.done(say('new.done'));
        onOpened(opened);
      }}
    >
      <AskedFields customerId={customer.id} />
    </FormDrawer>
  );
}
