import { Button } from 'antd';
import type { Consultation } from '#domain/consultations/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useOpenConsultation } from './api.ts';
import { consultationsWords } from './words.ts';

interface ConsultInsteadProps {
  /** Whoever has a record already. */
  customer: { id: string; name: string };
  /** What was typed of the lead. */
  lead: { asked: string; channelSource: string | null };
  onOpened: (consultation: Consultation) => void;
}

/** A lead who has a record becomes a consultation of it: one person stays one person. */
export function ConsultInstead({ customer, lead, onOpened }: ConsultInsteadProps) {
  const say = useWords(consultationsWords);
  const tell = useTell();
  const open = useOpenConsultation();
  return (
    <Button
      size="small"
      type="primary"
      loading={open.isPending}
      onClick={() =>
        open.mutate(
          { customerId: customer.id, place: 'phone', ...lead },
          {
            onSuccess: (opened) => {
              tell.done(say('instead.done', { name: customer.name }));
              onOpened(opened);
            },
            onError: tell.failed,
          },
        )
      }
    >
      {say('instead')}
    </Button>
  );
}
