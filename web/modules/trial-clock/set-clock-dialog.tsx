import { DatePicker, Form, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { WallTime } from '#domain/base/time.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useSetTrialClock } from './api.ts';
import { trialClockWords } from './words.ts';

interface SetClockDialogProps {
  /** What the clock shows now. */
  wallTime: WallTime;
  onClose: () => void;
}

export function SetClockDialog({ wallTime, onClose }: SetClockDialogProps) {
  const say = useWords(trialClockWords);
  const dates = useDates();
  const tell = useTell();
  const move = useSetTrialClock();
  const [picked, setPicked] = useState<Dayjs | null>(() => pickable(wallTime));
  const at = picked && pickedWallTime(picked);
  const isPast = at !== null && at < wallTime;

  const set = () => {
    if (!at) return;
    move.mutate(
      { at },
      {
        onSuccess: () => {
          tell.done(say('moved', { at: dates.wallTime(at) }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      open
      width={420}
      title={say('set.title')}
      okText={say('set.do')}
      okButtonProps={{ disabled: !at || at <= wallTime, loading: move.isPending }}
      onOk={set}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={say('set.at')}
          help={isPast ? say('set.past') : say('set.hint')}
          style={{ marginBottom: 24 }}
        >
          <DatePicker
            value={picked}
            onChange={setPicked}
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            minDate={pickable(wallTime.slice(0, 10))}
            needConfirm={false}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Form>
      <ErrorMessage error={move.error} />
    </Modal>
  );
}
