import { Form, Input, InputNumber } from 'antd';
import type { CalendarDate } from '#domain/base/time.ts';
import { CorrectFigure, type DayFigure, type DeskDay } from '#domain/deskdays/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useCorrectFigure } from './api.ts';
import { deskDayWords } from './words.ts';

interface CorrectDrawerProps {
  clinicId: string;
  day: CalendarDate;
  figure: DayFigure;
  targets: DeskDay['targets'];
  onClose: () => void;
}

/** A figure the record has wrong. */
export function CorrectDrawer({ clinicId, day, figure, targets, onClose }: CorrectDrawerProps) {
  const say = useWords(deskDayWords);
  const tell = useTell();
  const correct = useCorrectFigure({ clinicId, day });
  const { required, fits } = useFieldRules();
  const isMoney = figure.key === 'cashFen';
  const count = figure.corrections[0]?.corrected ?? figure.counted.count;
  return (
    <FormDrawer<{ value: number; reason: string }>
      title={say('correct.title', { figure: say(`f.${figure.key}`, targets) })}
      open
      onClose={onClose}
      start={{ value: isMoney ? count / 100 : count }}
      saveLabel={say('correct')}
      onSave={async ({ value, reason }) => {
        const corrected = isMoney ? Math.round(value * 100) : value;
        await correct.mutateAsync({ figure: figure.key, corrected, reason });
        tell.done(say('correct.done'));
      }}
    >
      <p className="soft">{say('correct.hint')}</p>
      <Form.Item
        name="value"
        label={say(isMoney ? 'correct.value.money' : 'correct.value')}
        rules={[required]}
      >
        <InputNumber autoFocus precision={isMoney ? 2 : 0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('correct.reason')}
        rules={[required, fits(CorrectFigure.shape.reason)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
