import { DatePicker, Form, Input, InputNumber } from 'antd';
import { readClockTime } from '#domain/papersheets/clock-time.ts';
import type { PaperLine } from '#domain/papersheets/contract.ts';
import type { LineResult } from '#domain/papersheets/line.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { AutoComplete } from '#web/ui/select.tsx';
import { paperSheetWords } from './words.ts';

/** What a result asks for beside its time. */
export function MoreFields({
  kind,
  result,
  asksSource,
}: {
  kind: PaperLine['kind'];
  result: LineResult | undefined;
  asksSource: boolean;
}) {
  const say = useWords(paperSheetWords);
  const { required } = useFieldRules();
  const sources = useUsualSources();
  if (kind === 'waiting')
    return asksSource ? (
      <Form.Item
        name="channelSource"
        label={say('channelSource')}
        extra={say('channelSource.hint')}
        rules={[required]}
      >
        <AutoComplete options={sources} style={{ maxWidth: 240 }} />
      </Form.Item>
    ) : null;
  if (kind === 'confirmation') return null;
  return (
    <>
      {result === 'reached' && (
        <Form.Item name="score" label={say('score')}>
          <InputNumber min={0} max={10} precision={0} />
        </Form.Item>
      )}
      {result === 'refused' && (
        <Form.Item name="reason" label={say('reason')} rules={[required]}>
          <Input maxLength={300} />
        </Form.Item>
      )}
      {result === 'call_back' && (
        <Form.Item name="callBackAt" label={say('callBackAt')} rules={[required]}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
      )}
      <Form.Item name="notes" label={say('notes')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

interface TimeFieldProps {
  name: 'time' | 'calledAt' | 'leftAt';
  label: string;
  isNeeded?: boolean;
  autoFocus?: boolean;
}

/** A time as it stands on the paper. */
export function TimeField({ name, label, isNeeded = false, autoFocus = false }: TimeFieldProps) {
  const say = useWords(paperSheetWords);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[
        {
          validator: (_, text: string | undefined) =>
            (text ? readClockTime(text) !== null : !isNeeded)
              ? Promise.resolve()
              : Promise.reject(new Error(say('time.bad'))),
        },
      ]}
    >
      <Input
        autoFocus={autoFocus}
        style={{ width: 110 }}
        placeholder={say('time.hint')}
        inputMode="numeric"
      />
    </Form.Item>
  );
}
