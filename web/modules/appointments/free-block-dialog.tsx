import { Button, Modal } from 'antd';
import type { TimeBlock } from '#domain/appointments/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFreeBlock } from './api.ts';
import { appointmentsWords } from './words.ts';

/** Time that was kept free is given back: this one, or with all that come after it. */
export function FreeBlockDialog({
  block,
  clinicId,
  onClose,
}: {
  block: TimeBlock | null;
  clinicId: string;
  onClose: () => void;
}) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const free = useFreeBlock();
  const done = (isWholeSeries: boolean) =>
    free.mutate(
      { id: block!.id, isWholeSeries },
      {
        onSuccess: () => {
          tell.done(say('block.freed'));
          onClose();
        },
        onError: tell.failed,
      },
    );

  return (
    <Modal
      open={block !== null}
      title={say('block.free.title')}
      onCancel={onClose}
      footer={[
        ...(block?.seriesId
          ? [
              <Button key="series" loading={free.isPending} onClick={() => done(true)}>
                {say('block.free.series')}
              </Button>,
            ]
          : []),
        <Button key="one" type="primary" loading={free.isPending} onClick={() => done(false)}>
          {say(block?.seriesId ? 'block.free.one' : 'block.free')}
        </Button>,
      ]}
    >
      {block && (
        <p>
          {say('block.asked', {
            kind: block.reason ?? say(`block.${block.kind}`),
            from: dates.shortDateTime(block.startsAt),
            to: dates.time(block.endsAt),
          })}
          。{say('block.free.text')}
        </p>
      )}
    </Modal>
  );
}
